package fr.cloisonne.identity.account;

/** A link that does not open, or no more. */
public class LinkRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LinkState state;

    LinkRefusedException(LinkState state) {
        super("A link that is " + state);
        this.state = state;
    }

    /**
     * Why.
     *
     * @return never open
     */
    public LinkState state() {
        return state;
    }
}
