package fr.cloisonne.identity.appointment;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One appointment of an administrator by operators, as it stands.
 *
 * @param id which
 * @param firm of which firm
 * @param person who is to administer it
 * @param kind for how long
 * @param reason what has happened
 * @param proof the document on which it was proposed
 * @param proposedBy the first operator
 * @param proposedAt when
 * @param confirmedBy the second operator, once there is one
 * @param effective when it takes effect, once it is confirmed
 * @param state how far it is
 * @param why why it was stopped, where somebody said so
 */
public record Appointment(
        AppointmentId id,
        FirmCard firm,
        PersonCard person,
        Kind kind,
        String reason,
        Proof proof,
        PersonCard proposedBy,
        Instant proposedAt,
        @Nullable PersonCard confirmedBy,
        @Nullable Instant effective,
        State state,
        String why)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** For how long. */
    public enum Kind {
        /** An administrator like any other. */
        LASTING,
        /** For three months, which can be prolonged once. */
        PROVISIONAL
    }

    /** How far it is. */
    public enum State {
        /** Waits for a second operator. */
        PROPOSED,
        /** The firm is told, and any of its people can object. */
        NOTICE,
        /** It has taken effect. */
        TAKEN,
        /** Somebody of the firm has objected. */
        OBJECTED,
        /** An operator has withdrawn it. */
        WITHDRAWN,
        /** What it rested on was true no more when its time came. */
        LAPSED
    }

    /**
     * The document on which it rests.
     *
     * @param name of the file
     * @param hash SHA-256 of its bytes, in hexadecimal
     */
    public record Proof(String name, String hash) implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
