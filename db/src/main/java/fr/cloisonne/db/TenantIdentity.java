package fr.cloisonne.db;

import java.util.function.Supplier;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate for which tenant a session is opened; no tenant, no session. */
final class TenantIdentity implements CurrentTenantIdentifierResolver<Placement> {

    /** Asked late: whoever owns the context stands on this unit himself. */
    private final Supplier<BoundTenant> bound;

    TenantIdentity(Supplier<BoundTenant> bound) {
        this.bound = bound;
    }

    @Override
    public Placement resolveCurrentTenantIdentifier() {
        Placement placement = bound.get().current();
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
