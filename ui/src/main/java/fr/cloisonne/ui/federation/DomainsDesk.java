package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.maildomain.DomainRefusedException;
import fr.cloisonne.identity.maildomain.MailDomainId;
import fr.cloisonne.identity.maildomain.MailDomainSheet;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.signin.StepUp;
import java.util.List;
import java.util.function.Consumer;

/** One administrator at the mail domains of one firm. */
record DomainsDesk(
        UserAccountId person, FirmCard firm, MailDomains domains, StepUp stepUp, boolean manages) {

    List<MailDomainSheet> all() {
        return domains.of(person, firm.shortName());
    }

    void claim(String typed) {
        domains.claim(person, firm.shortName(), typed);
    }

    void prove(MailDomainId id) {
        domains.prove(person, firm.shortName(), id);
    }

    void askOperator(MailDomainId id, String words) {
        domains.askOperator(person, firm.shortName(), id, words);
    }

    void withdraw(MailDomainId id) {
        domains.withdraw(person, firm.shortName(), id);
    }

    /** Does the act, once the person has shown who they are; a refusal is told in words. */
    void attempt(Component reader, Runnable act, Runnable done, Consumer<String> refusal) {
        stepUp.perform(() -> {
            try {
                act.run();
                done.run();
            } catch (DomainRefusedException refused) {
                refusal.accept(reader.getTranslation("domain.refused." + refused.reason().name()));
            }
        });
    }
}
