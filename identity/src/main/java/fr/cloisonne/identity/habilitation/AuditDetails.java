package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.HashMap;
import java.util.Map;

/** What the audit keeps of a grant: ids and codes. */
final class AuditDetails {

    private AuditDetails() {}

    static Map<String, String> of(UserAccountId holder, Scope scope, Profile profile) {
        Map<String, String> details = new HashMap<>();
        details.put("holder", holder.toString());
        details.put("profile", profile.name());
        TenantId company = scope.company();
        if (company != null) {
            details.put("company", company.toString());
        }
        return details;
    }
}
