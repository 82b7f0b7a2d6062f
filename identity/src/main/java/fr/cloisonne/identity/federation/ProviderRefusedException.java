package fr.cloisonne.identity.federation;

/** A firm's wish about a provider that a rule forbids. */
public class ProviderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Reason {
        /** A value has no form that could be kept. */
        MALFORMED,
        /** The address must be https and public. */
        ADDRESS,
        /** Nothing answers there as a provider would. */
        UNREACHABLE,
        /** The document there is another issuer's, or lacks what a provider must have. */
        ISSUER,
        /** The firm has this provider already. */
        ALREADY_THERE,
        /** Too many providers. */
        TOO_MANY,
        /** Somebody changed it meanwhile. */
        CHANGED_MEANWHILE,
        /** It must be tried first. */
        NOT_TRIED,
        /** There is no such provider in this firm. */
        NOT_FOUND
    }

    private final Reason reason;

    ProviderRefusedException(Reason reason) {
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
