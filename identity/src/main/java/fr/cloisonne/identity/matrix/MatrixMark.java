package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.habilitation.HabilitationId;
import fr.cloisonne.identity.habilitation.Profile;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A profile that a person holds in a place, and whence.
 *
 * @param profile what
 * @param profileName its name where it is one of the firm's own
 * @param source whence
 * @param sourceName the portfolio, or who lends it; null otherwise
 * @param until last day of what is lent or held for a time
 * @param habilitation what would have to be taken back; null for what is lent
 */
public record MatrixMark(
        Profile profile,
        @Nullable String profileName,
        Source source,
        @Nullable String sourceName,
        @Nullable LocalDate until,
        @Nullable HabilitationId habilitation)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whence a right comes. */
    public enum Source {
        /** Held in this very place. */
        HERE,
        /** Held over a portfolio in which the company is. */
        PORTFOLIO,
        /** Held over the whole firm. */
        FIRM,
        /** Lent, as far as its giver holds it. */
        LENT
    }
}
