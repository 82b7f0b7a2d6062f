package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.habilitation.RightPart;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for a right, as people read it.
 *
 * @param id which
 * @param person who asks
 * @param part what and where
 * @param reason why
 * @param at when
 * @param state how it stands
 * @param answeredBy who answered
 * @param answer what was said with the answer
 */
public record RequestLine(
        RequestId id,
        PersonCard person,
        RightPart part,
        String reason,
        Instant at,
        RequestState state,
        @Nullable PersonCard answeredBy,
        @Nullable String answer)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
