package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who administers a firm provisionally if those who do it lastingly no longer can.
 *
 * @param firm the firm
 * @param person the substitute
 * @param state how far it is
 * @param effective when a claim takes effect, if there is one
 * @param last last day of the provisional administration, if it has begun
 * @param renewable whether it can still be prolonged
 */
public record Substitute(
        FirmCard firm,
        PersonCard person,
        State state,
        @Nullable Instant effective,
        @Nullable LocalDate last,
        boolean renewable)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How far it is. */
    public enum State {
        /** Named, and asked to accept. */
        NAMED,
        /** Accepted beforehand: may claim when the day comes. */
        ACCEPTED,
        /** Claimed: takes effect once the notice has run, unless an administrator refuses. */
        CLAIMED,
        /** Administers, until a day. */
        ADMINISTERS
    }
}
