package fr.cloisonne.identity.appointment;

/** An appointment that the rules forbid; the reason names the rule. */
public class AppointmentRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The rules. */
    public enum Reason {
        /** No open firm has this name or SIREN. */
        NO_FIRM,
        /** Neither of the firm nor asking to belong to it. */
        NOT_OF_THE_FIRM,
        /** Nobody appoints themselves. */
        ONESELF,
        /** The second operator is another than the first. */
        SAME_OPERATOR,
        /** Several people administer the firm: one of them can appoint another. */
        OTHERS_ADMINISTER,
        /** The person administers the firm already, or somebody does provisionally. */
        ALREADY_THERE,
        /** One is under way for this firm. */
        UNDER_WAY,
        /** What has happened must be said. */
        NO_REASON,
        /** The proof is no PDF, PNG or JPEG file, or too long. */
        NO_PROOF,
        /** It is not where it was when it was read. */
        CHANGED_MEANWHILE
    }

    private final Reason reason;

    AppointmentRefusedException(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    /**
     * Why.
     *
     * @return the rule
     */
    public Reason reason() {
        return reason;
    }
}
