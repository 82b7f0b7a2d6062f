package fr.cloisonne.identity.registration;

/** A number that the directory does not know, or knows as closed. */
public class CompanyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean closed;

    CompanyRefusedException(boolean closed) {
        super(closed ? "A company that has closed" : "A company that nobody knows");
        this.closed = closed;
    }

    /**
     * Why.
     *
     * @return whether it has closed
     */
    public boolean closed() {
        return closed;
    }
}
