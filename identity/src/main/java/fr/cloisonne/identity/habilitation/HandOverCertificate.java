package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * The proof of a hand-over: what went from whom to whom, and the row of the firm's chain that seals
 * it.
 *
 * @param id which
 * @param firm where
 * @param by who did it
 * @param from whose they were
 * @param to whose they are
 * @param at when
 * @param departure whether the first left the firm by the same act
 * @param delegations how many delegations ended with it
 * @param row number of its row in the firm's chain
 * @param hash hash of that row
 * @param parts what was handed over
 */
public record HandOverCertificate(
        HandOverId id,
        FirmCard firm,
        PersonCard by,
        PersonCard from,
        PersonCard to,
        Instant at,
        boolean departure,
        int delegations,
        long row,
        String hash,
        List<RightPart> parts)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Takes a copy. */
    public HandOverCertificate {
        parts = List.copyOf(parts);
    }
}
