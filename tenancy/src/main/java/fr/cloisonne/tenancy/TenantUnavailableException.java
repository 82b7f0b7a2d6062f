package fr.cloisonne.tenancy;

import fr.cloisonne.tenancy.value.TenantId;

/** The company is not open here and now: not finished, moved away or gone. */
public class TenantUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses work for the company.
     *
     * @param tenant the company
     */
    public TenantUnavailableException(TenantId tenant) {
        super("Not open: " + tenant);
    }
}
