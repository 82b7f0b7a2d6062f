package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonName;
import java.io.Serializable;
import java.time.Instant;

/**
 * A request to belong to the firm that waits for its answer; name and address are its provider's
 * word.
 *
 * @param id which
 * @param name who asks
 * @param email their address
 * @param issuer which provider brought them
 * @param askedAt when
 */
public record JoinRequestLine(
        JoinRequestId id, PersonName name, String email, String issuer, Instant askedAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
