package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices are wanted: a text in number or counterpart, a family, issue dates (inclusive).
 */
public record InvoiceFilter(
        @Nullable String text,
        @Nullable StatusFamily family,
        @Nullable LocalDate from,
        @Nullable LocalDate to)
        implements Serializable {
    public static final InvoiceFilter ALL = new InvoiceFilter(null, null, null, null);
}
