package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a person who goes away asks of the product.
 *
 * @param substitute the colleague who stands in
 * @param companies some of one's companies; empty for the whole portfolio
 * @param later whether the whole portfolio takes in the companies that are added meanwhile
 * @param administration whether an administrator lends administration too, or the work alone
 * @param first first day away
 * @param last last day away
 * @param reason a word to the firm, kept to 500 characters
 */
public record AbsenceWish(
        UserAccountId substitute,
        Set<TenantId> companies,
        boolean later,
        boolean administration,
        LocalDate first,
        LocalDate last,
        String reason) {

    /** Takes a copy. */
    public AbsenceWish {
        companies = Set.copyOf(companies);
    }
}
