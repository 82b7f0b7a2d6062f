package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a chain, with its people's names.
 *
 * @param chain which chain
 * @param n its number in the chain
 * @param at when
 * @param actor who did it
 * @param onBehalfOf in whose place
 * @param act what, a code
 * @param details parameters of the act: ids and codes
 * @param company the client company in whose chain it stands; null in the firm's own
 */
public record AuditEntry(
        UUID chain,
        long n,
        Instant at,
        @Nullable PersonCard actor,
        @Nullable PersonCard onBehalfOf,
        String act,
        Map<String, String> details,
        @Nullable ClientCompanyCard company)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
