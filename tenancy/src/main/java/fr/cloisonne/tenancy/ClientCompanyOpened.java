package fr.cloisonne.tenancy;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.tenancy.value.TenantId;

/**
 * A client company's schema is all there and its pages are open.
 *
 * @param tenant the company
 */
public record ClientCompanyOpened(TenantId tenant) implements Event {

    @Override
    public String aggregate() {
        return tenant.toString();
    }
}
