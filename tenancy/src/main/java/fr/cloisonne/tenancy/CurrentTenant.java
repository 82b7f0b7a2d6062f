package fr.cloisonne.tenancy;

import static fr.cloisonne.tenancy.value.TenantUnavailableException.Reason.NOT_OPEN;

import fr.cloisonne.db.BoundTenant;
import fr.cloisonne.db.Placement;
import fr.cloisonne.db.TenantNotBoundException;
import fr.cloisonne.tenancy.schema.SchemaDoor;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one owner of the tenant context. A tenant is bound for the length of a call and cannot be set
 * otherwise; nothing is inherited by other threads.
 */
@Component
public class CurrentTenant implements BoundTenant {

    private record Bound(TenantId tenant, Placement placement) {}

    private static final ScopedValue<Bound> BOUND = ScopedValue.newInstance();

    private final Catalogue catalogue;
    private final SchemaDoor door;

    CurrentTenant(Catalogue catalogue, SchemaDoor door) {
        this.catalogue = catalogue;
        this.door = door;
    }

    /**
     * Runs the work as this tenant.
     *
     * @param tenant the client company
     * @param work what is done there
     * @param <T> what the work gives back
     * @param <X> what the work may throw
     * @return what the work gave back
     * @throws X what the work threw
     * @throws TenantUnavailableException if the company is not open, or its schema and this code do
     *     not fit
     * @throws IllegalStateException inside an open transaction of another tenant
     */
    public <T, X extends Throwable> T callAs(
            TenantId tenant, ScopedValue.CallableOp<? extends T, X> work) throws X {
        boolean inside = BOUND.isBound() && BOUND.get().tenant().equals(tenant);
        if (BOUND.isBound()
                && !inside
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction of another tenant is open");
        }
        Placement placement =
                catalogue
                        .placementOf(tenant)
                        .orElseThrow(() -> new TenantUnavailableException(tenant, NOT_OPEN));
        if (!inside) {
            // Whoever is inside has passed, and may hold a connection: no second one is waited for.
            door.pass(tenant, placement);
        }
        return ScopedValue.where(BOUND, new Bound(tenant, placement)).call(work);
    }

    /**
     * The tenant bound here.
     *
     * @return the tenant
     * @throws TenantNotBoundException if none is
     */
    public TenantId require() {
        return optional().orElseThrow(TenantNotBoundException::new);
    }

    /**
     * The tenant bound here, if one is.
     *
     * @return the tenant or nothing
     */
    public Optional<TenantId> optional() {
        return BOUND.isBound() ? Optional.of(BOUND.get().tenant()) : Optional.empty();
    }

    @Override
    public @Nullable Placement current() {
        return BOUND.isBound() ? BOUND.get().placement() : null;
    }
}
