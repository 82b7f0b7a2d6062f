package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Afterwards;
import fr.cloisonne.identity.habilitation.Refusals.Refused;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the refusal that is thrown and has it put on record beside the answer, which is the same,
 * and takes as long, whether there is such a firm or company or not.
 */
@Component
class Refusing {

    private final Firms firms;
    private final Refusals refusals;
    private final Afterwards afterwards;

    Refusing(Firms firms, Refusals refusals, Afterwards afterwards) {
        this.firms = firms;
        this.refusals = refusals;
        this.afterwards = afterwards;
    }

    /** The address names no firm, or one with nothing for this person. */
    NoSuchCompanyException unknown(UserAccountId person, FirmShortName firm) {
        afterwards.write(
                "a refusal", () -> refusals.write(unknown(person, firms.byShortName(firm))));
        return new NoSuchCompanyException();
    }

    private static Refused unknown(UserAccountId person, Optional<FirmCard> firm) {
        return new Refused(
                person, "refused.unknown", firm.map(FirmCard::id).orElse(null), Map.of());
    }

    /** There is nothing for this person in this company. */
    NoSuchCompanyException unknown(UserAccountId person, ClientCompanyCard company) {
        Map<String, String> where = Map.of("company", company.tenant().toString());
        write(new Refused(person, "refused.company", company.firm(), where));
        return new NoSuchCompanyException();
    }

    /** Something is held there, but not this. */
    RightMissingException missing(UserAccountId person, Scope scope, Right right) {
        Map<String, String> what =
                scope instanceof Scope.OneCompany one
                        ? Map.of("right", right.name(), "company", one.company().toString())
                        : Map.of("right", right.name());
        write(new Refused(person, "refused.right", scope.firm(), what));
        return new RightMissingException(right);
    }

    private void write(Refused refused) {
        afterwards.write("a refusal", () -> refusals.write(refused));
    }
}
