package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of a firm, or of the staff of one of its companies.
 *
 * @param person who
 * @param joined since when
 * @param suspended since when nothing of theirs counts, if so
 * @param staffOf the client of whose staff they are; null for a colleague of the firm
 * @param administrator whether they are one of the permanent administrators
 * @param rights how many habilitations they hold
 */
public record MemberLine(
        PersonCard person,
        Instant joined,
        @Nullable Instant suspended,
        @Nullable String staffOf,
        boolean administrator,
        int rights)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
