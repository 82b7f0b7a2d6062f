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
 * @param external whether their address lies in no domain that the firm has proven
 * @param said name and address as the firm's own provider says them, where they differ from the
 *     account's; null otherwise
 */
public record MemberLine(
        PersonCard person,
        Instant joined,
        @Nullable Instant suspended,
        @Nullable String staffOf,
        boolean administrator,
        int rights,
        boolean external,
        @Nullable String said)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
