package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.util.UUID;

/** One accepted invoice, within its client company. */
public record InvoiceId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
