package fr.cloisonne.identity.habilitation;

/** No such firm, no such company or no right there: the answer is one and the same. */
public class NoSuchCompanyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says nothing of which it is. */
    public NoSuchCompanyException() {
        super("No such company");
    }
}
