package fr.cloisonne.tenancy.value;

/** The company is not open here and now; nothing of it was read or written. */
public class TenantUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Why a company does not open. */
    public enum Reason {
        /** Not finished, moved away or gone. */
        NOT_OPEN,
        /** Its schema is being upgraded, or this node is about to be: again in a moment. */
        UPGRADING,
        /** Its schema could not be upgraded, or is not what it should be: closed until mended. */
        CLOSED
    }

    private final TenantId tenant;
    private final Reason reason;

    /**
     * Refuses work for the company.
     *
     * @param tenant the company
     * @param reason why
     */
    public TenantUnavailableException(TenantId tenant, Reason reason) {
        super("Not open (%s): %s".formatted(reason, tenant));
        this.tenant = tenant;
        this.reason = reason;
    }

    /**
     * Which company.
     *
     * @return the company
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * Why it does not open.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
