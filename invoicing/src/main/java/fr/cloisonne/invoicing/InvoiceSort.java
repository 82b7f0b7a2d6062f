package fr.cloisonne.invoicing;

import java.io.Serializable;

/** In which order invoices are listed. */
public record InvoiceSort(Field field, boolean ascending) implements Serializable {
    public static final InvoiceSort NEWEST_FIRST = new InvoiceSort(Field.ISSUE_DATE, false);

    /** What a list can be ordered by. */
    public enum Field {
        ISSUE_DATE,
        NUMBER,
        COUNTERPART,
        TOTAL,
        STATUS
    }
}
