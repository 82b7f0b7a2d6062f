package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a chain, with its people's names.
 *
 * @param n its number in the chain
 * @param at when
 * @param actor who did it
 * @param onBehalfOf in whose place
 * @param act what, a code
 * @param details parameters of the act: ids and codes
 */
public record AuditEntry(
        long n,
        Instant at,
        @Nullable PersonCard actor,
        @Nullable PersonCard onBehalfOf,
        String act,
        Map<String, String> details)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
