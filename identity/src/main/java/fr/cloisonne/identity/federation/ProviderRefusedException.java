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
        /** None of the firm's providers is in service, and tried as it is now. */
        NOT_LIVE,
        /** Fewer than two are named for emergencies. */
        TOO_FEW,
        /** Somebody named is no permanent administrator with two factors of their own. */
        NOT_ABLE,
        /** The firm requires its provider, and this is the last one in service. */
        REQUIRED,
        /** The firm does not require its provider, or does so no more. */
        NOT_REQUIRED,
        /** A window that is too long. */
        WINDOW,
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
