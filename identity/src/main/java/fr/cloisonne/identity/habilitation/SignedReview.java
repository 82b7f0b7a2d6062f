package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.Instant;

/**
 * A review of a firm's access that an administrator has signed.
 *
 * @param reviewer who
 * @param at when
 * @param people how many people reached any company
 * @param companies how many companies were reached
 * @param habilitations how many ways led there by own habilitations
 * @param delegations how many by delegations
 */
public record SignedReview(
        PersonCard reviewer,
        Instant at,
        int people,
        int companies,
        int habilitations,
        int delegations)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
