package fr.cloisonne.db;

/** Tenant data were asked for where no tenant is bound: there is no connection to give. */
public class TenantNotBoundException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Says what is missing. */
    public TenantNotBoundException() {
        super("No tenant is bound: tenant data are reached inside CurrentTenant.callAs only");
    }
}
