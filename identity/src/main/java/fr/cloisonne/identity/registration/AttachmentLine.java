package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.Instant;

/**
 * A request to belong to a firm that waits for its answer.
 *
 * @param id which
 * @param person who asks
 * @param capacity in what capacity, as they say
 * @param askedAt when
 */
public record AttachmentLine(AttachmentId id, PersonCard person, Capacity capacity, Instant askedAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
