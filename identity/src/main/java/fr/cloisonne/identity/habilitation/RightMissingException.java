package fr.cloisonne.identity.habilitation;

/** The person is known here but lacks the right for this act. */
public class RightMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Right right;

    /**
     * Refuses the act.
     *
     * @param right what is missing
     */
    public RightMissingException(Right right) {
        super("Right missing: " + right);
        this.right = right;
    }

    /**
     * What is missing.
     *
     * @return the right
     */
    public Right right() {
        return right;
    }
}
