package fr.cloisonne.invoicing;

import fr.cloisonne.db.outbox.Event;

/**
 * An invoice was born of a deposit.
 *
 * @param invoice the invoice
 */
public record InvoiceDeposited(InvoiceId invoice) implements Event {

    @Override
    public String aggregate() {
        return invoice.value().toString();
    }
}
