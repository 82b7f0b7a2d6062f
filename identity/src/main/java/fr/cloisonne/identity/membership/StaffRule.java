package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.PromisedRight;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.Set;

/** A company's own staff hold rights over that company alone. */
final class StaffRule {

    private StaffRule() {}

    /** What is promised, once it is clear that none of it lies elsewhere. */
    static Set<PromisedRight> promised(FirmId firm, InvitationForm form) {
        TenantId company = form.staffOf();
        if (company != null) {
            Scope there = new Scope.OneCompany(firm, company);
            boolean elsewhere =
                    form.rights().stream().anyMatch(right -> !right.scope().equals(there));
            if (elsewhere || form.rights().isEmpty()) {
                throw new DelegationRefusedException(Reason.NOT_OF_THE_FIRM);
            }
        }
        return form.rights();
    }
}
