package fr.cloisonne.identity.recovery;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.Instant;

/**
 * A way back in that operators attest, as they see it.
 *
 * @param recovery how far it is
 * @param person whose account
 * @param attestedBy the first operator
 * @param reason how they made sure
 * @param at when they attested
 */
public record OperatorRecovery(
        Recovery recovery, PersonCard person, PersonCard attestedBy, String reason, Instant at)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
