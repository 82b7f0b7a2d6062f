package fr.cloisonne.identity.technical;

/** A rule forbids this act on a connection; the reason has words in every language. */
public class ConnectionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * Refuses.
     *
     * @param reason why
     */
    public ConnectionRefusedException(Reason reason) {
        super("Refused: " + reason);
        this.reason = reason;
    }

    /** Why an act is refused. */
    public enum Reason {
        /** It is not there, or over. */
        NOT_FOUND,
        /** The name is missing or cannot be shown. */
        NAME,
        /** Nothing to do was chosen. */
        SCOPES,
        /** No company was chosen, or one that is not the firm's. */
        COMPANIES,
        /** The end lies in the past, or too far ahead. */
        END,
        /** That is no public key of a kind that is taken. */
        KEY,
        /** That is a private key, which nobody else should ever see. */
        PRIVATE_KEY,
        /** Another secret is taking over already. */
        ROTATING,
        /** The address to come back to cannot be one. */
        ADDRESS
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
