package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.registration.RegistrationRows.Registered;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From a registration to a firm: the person names it, then it opens, or waits for an operator.
 * Until it is open nobody has a right in it.
 */
@Component
public class FirmBirth {

    private final RegistrationSettings settings;
    private final RegistrationRows registrations;
    private final FirmRequests requests;
    private final Attachments attachments;
    private final Firms firms;
    private final Granting granting;
    private final AuditTrail audit;

    FirmBirth(
            RegistrationSettings settings,
            RegistrationRows registrations,
            FirmRequests requests,
            Attachments attachments,
            Firms firms,
            Granting granting,
            AuditTrail audit) {
        this.settings = settings;
        this.registrations = registrations;
        this.requests = requests;
        this.attachments = attachments;
        this.firms = firms;
        this.granting = granting;
        this.audit = audit;
    }

    /**
     * What has become of a person's registration.
     *
     * @param person who
     * @return nothing where there is nothing to say
     */
    @PlatformTransaction
    public Optional<FirmWish> wishOf(UserAccountId person) {
        return registrations
                .openOf(person)
                .<FirmWish>map(one ->
                        new FirmWish.ToName(
                                one.legalName(), one.siren(), suggestion(one.legalName())))
                .or(() -> requests.wishOf(person))
                .or(() ->
                        attachments.waits(person)
                                ? Optional.of(new FirmWish.Asked())
                                : Optional.empty());
    }

    /**
     * Names the firm; it opens at once, or waits for an operator, or its administrators are asked
     * if it is open by now.
     *
     * @param person who registered it
     * @param name its name in addresses
     * @return the firm if it is open now
     * @throws fr.cloisonne.tenancy.value.ShortNameTakenException if the name is taken
     * @throws IllegalStateException if the person has registered nothing
     */
    @PlatformTransaction
    public Optional<FirmId> name(UserAccountId person, FirmShortName name) {
        Registered one =
                registrations
                        .openOf(person)
                        .orElseThrow(() -> new IllegalStateException("Nothing was registered"));
        registrations.settle(one.activation());
        Optional<FirmId> there = firms.openWith(one.siren());
        if (there.isPresent()) {
            attachments.ask(there.get(), person, one.capacity());
            return Optional.empty();
        }
        FirmId firm = firms.request(name, one.siren(), one.legalName());
        requests.insert(firm, one.activation(), person);
        boolean atOnce = settings.effective() == SignUp.OPEN && one.checked();
        if (atOnce) {
            firms.open(firm);
            granting.begin(firm, person);
        }
        audit.recordInFirm(firm, person, atOnce ? "firm.opened" : "firm.requested", Map.of());
        return atOnce ? Optional.of(firm) : Optional.empty();
    }

    private static String suggestion(String legalName) {
        String plain =
                Normalizer.normalize(legalName, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(30, plain.length())).replaceAll("-$", "");
        return FirmShortName.tryParse(cut).map(FirmShortName::value).orElse("");
    }
}
