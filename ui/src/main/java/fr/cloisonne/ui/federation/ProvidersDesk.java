package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderForm;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.ProviderRefusedException;
import fr.cloisonne.identity.federation.ProviderRequirement;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.identity.federation.Requirement;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One administrator at the providers of one firm. */
class ProvidersDesk {

    private final UserAccountId person;
    private final FirmCard firm;
    private final FirmProviders providers;
    private final ProviderRequirement requirement;
    private final StepUp stepUp;
    private final boolean manages;

    ProvidersDesk(
            UserAccountId person,
            FirmCard firm,
            FirmProviders providers,
            ProviderRequirement requirement,
            StepUp stepUp,
            boolean manages) {
        this.person = person;
        this.firm = firm;
        this.providers = providers;
        this.requirement = requirement;
        this.stepUp = stepUp;
        this.manages = manages;
    }

    String tryAddress(ProviderId id) {
        return "f/" + firm.shortName() + "/providers/" + id + "/try";
    }

    String rightsAddress(ProviderId id) {
        return "f/" + firm.shortName() + "/providers/" + id + "/rights";
    }

    FirmCard firm() {
        return firm;
    }

    /** Whether the person may change them, and not only see them. */
    boolean manages() {
        return manages;
    }

    String keysAddress() {
        return providers.keys(person, firm.shortName());
    }

    List<ProviderSheet> all() {
        return providers.of(person, firm.shortName());
    }

    void add(ProviderForm form) {
        providers.add(person, firm.shortName(), form);
    }

    void change(ProviderId id, ProviderForm form) {
        providers.change(person, firm.shortName(), id, form);
    }

    void switchOn(ProviderSheet sheet) {
        providers.switchOn(person, firm.shortName(), sheet.id(), sheet.form().version());
    }

    void switchOff(ProviderId id) {
        providers.switchOff(person, firm.shortName(), id);
    }

    void remove(ProviderId id) {
        providers.remove(person, firm.shortName(), id);
    }

    Requirement requirement() {
        return requirement.of(person, firm.shortName());
    }

    void require(Requirement seen, Set<UserAccountId> people) {
        requirement.require(person, firm.shortName(), seen, people);
    }

    void lift() {
        requirement.lift(person, firm.shortName());
    }

    void arm(Duration time) {
        requirement.arm(person, firm.shortName(), time);
    }

    void disarm() {
        requirement.disarm(person, firm.shortName());
    }

    /** Does the act, once the person has shown who they are; a refusal is told in words. */
    void attempt(Component reader, Runnable act, Runnable done, Consumer<String> refusal) {
        stepUp.perform(() -> {
            try {
                act.run();
                done.run();
            } catch (ProviderRefusedException refused) {
                refusal.accept(
                        reader.getTranslation("provider.refused." + refused.reason().name()));
            }
        });
    }
}
