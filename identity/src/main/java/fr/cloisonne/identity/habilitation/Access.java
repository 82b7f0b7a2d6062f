package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * What a person may do in one company at this moment.
 *
 * @param company the company
 * @param rights the rights
 * @param onBehalfOf for each right held in another's place alone, in whose
 */
public record Access(
        ClientCompanyCard company, Set<Right> rights, Map<Right, UserAccountId> onBehalfOf)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Whether the person may.
     *
     * @param right the right
     * @return true if held, by oneself or by delegation
     */
    public boolean allows(Right right) {
        return rights.contains(right);
    }

    Scope scope() {
        return new Scope.OneCompany(company.firm(), company.tenant());
    }
}
