package fr.cloisonne.identity.maildomain;

/** A wish about a mail domain that a rule forbids. */
public class DomainRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Reason {
        /** It has not the form of a domain. */
        MALFORMED,
        /** Anybody can have a mailbox there. */
        SHARED,
        /** The firm has named it already. */
        ALREADY_THERE,
        /** Too many domains. */
        TOO_MANY,
        /** The firm names no such domain any more, or it is proven already. */
        NOT_FOUND,
        /** The zone does not publish what it should. */
        NOT_PUBLISHED,
        /** The zone could not be asked. */
        AWAY,
        /** It is another firm's, proven. */
        TAKEN,
        /** Something must be said for it. */
        WORDS_MISSING
    }

    private final Reason reason;

    DomainRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /**
     * The rule.
     *
     * @return its code
     */
    public Reason reason() {
        return reason;
    }
}
