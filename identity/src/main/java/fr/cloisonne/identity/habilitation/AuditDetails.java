package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import java.util.HashMap;
import java.util.Map;

/** What the audit keeps of a grant: ids and codes. */
final class AuditDetails {

    private AuditDetails() {}

    static Map<String, String> of(UserAccountId holder, Scope scope, Profile profile) {
        Map<String, String> details = place(scope);
        details.put("holder", holder.toString());
        details.put("profile", profile.code());
        return details;
    }

    static Map<String, String> place(Scope scope) {
        Map<String, String> details = new HashMap<>();
        switch (scope) {
            case Scope.OneCompany one -> details.put("company", one.company().toString());
            case Scope.OnePortfolio one -> details.put("portfolio", one.portfolio().toString());
            case Scope.WholeFirm whole -> {}
        }
        return details;
    }
}
