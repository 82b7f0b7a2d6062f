package fr.cloisonne.db;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate for which tenant a session is opened; no tenant, no session. */
final class TenantIdentity implements CurrentTenantIdentifierResolver<Placement> {

    private final BoundTenant bound;

    TenantIdentity(BoundTenant bound) {
        this.bound = bound;
    }

    @Override
    public Placement resolveCurrentTenantIdentifier() {
        Placement placement = bound.current();
        if (placement == null) {
            throw new TenantNotBoundException();
        }
        return placement;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
