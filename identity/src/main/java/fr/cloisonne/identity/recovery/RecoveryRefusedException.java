package fr.cloisonne.identity.recovery;

/** A way back in that the rules forbid; the reason names the rule. */
public class RecoveryRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The rules. */
    public enum Reason {
        /** Nobody attests themselves. */
        ONESELF,
        /** The person is not of this firm. */
        NOT_A_COLLEAGUE,
        /** The account has no second factor that could be lost. */
        NO_FACTOR,
        /**
         * The person is of the service, or administers another firm alone: two operators attest.
         */
        FOR_OPERATORS,
        /** Neither an operator nor somebody for whom no firm can speak. */
        NOT_FOR_OPERATORS,
        /** Whoever attested does not confirm. */
        SAME_OPERATOR,
        /** It is over, or was confirmed meanwhile. */
        CHANGED_MEANWHILE,
        /** One is under way already. */
        UNDER_WAY,
        /** A reason must be given. */
        NO_REASON
    }

    private final Reason reason;

    RecoveryRefusedException(Reason reason) {
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
