package fr.cloisonne.invoicing;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice as a list shows it; the total is with tax. */
public record InvoiceRow(
        InvoiceId id,
        String number,
        String counterpart,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        BigDecimal total,
        String currency,
        InvoiceStatus status)
        implements Serializable {}
