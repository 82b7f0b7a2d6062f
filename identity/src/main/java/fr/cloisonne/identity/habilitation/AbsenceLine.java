package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One time away, of the person who reads or of a colleague for whom they stand in.
 *
 * @param delegation what lends the rights
 * @param other the substitute, or the one who is away
 * @param first its first day
 * @param last its last day
 * @param reason a word to the firm, may be blank
 * @param state how far it is
 */
public record AbsenceLine(
        DelegationId delegation,
        PersonCard other,
        LocalDate first,
        LocalDate last,
        String reason,
        State state)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How far a time away is. */
    public enum State {
        /** It begins on a later day. */
        TO_COME,
        /** Today is one of its days. */
        NOW,
        /** Its last day is past. */
        OVER,
        /** It was ended before its last day. */
        ENDED_EARLY
    }
}
