package fr.cloisonne.invoicing.portfolio;

import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.invoicing.InvoiceRow;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Writes the cell's projection in the company's own transaction, through functions that take the
 * tenant from the role and from nothing else; one call for a batch.
 */
@Component
public class Projection {

    private static final String ADD = "SELECT cell.index_invoices(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient tenant;

    Projection(@Qualifier("tenantJdbc") JdbcClient tenant) {
        this.tenant = tenant;
    }

    /**
     * Adds an invoice.
     *
     * @param invoice the invoice
     */
    public void add(InvoiceRow invoice) {
        add(List.of(invoice));
    }

    /**
     * Adds invoices and counts them.
     *
     * @param invoices all of one transaction
     */
    @TenantTransaction(propagation = Propagation.MANDATORY)
    public void add(List<InvoiceRow> invoices) {
        tenant.sql(ADD)
                .param(column(invoices, UUID[]::new, row -> row.id().value()))
                .param(column(invoices, String[]::new, InvoiceRow::number))
                .param(column(invoices, String[]::new, InvoiceRow::counterpart))
                .param(column(invoices, Date[]::new, row -> date(row.issueDate())))
                .param(column(invoices, Date[]::new, row -> date(row.dueDate())))
                .param(column(invoices, BigDecimal[]::new, InvoiceRow::total))
                .param(column(invoices, String[]::new, InvoiceRow::currency))
                .param(column(invoices, Short[]::new, row -> (short) row.status().code()))
                .param(column(invoices, String[]::new, row -> row.status().family().name()))
                .query(rows -> {});
    }

    /**
     * Notes that something was deposited.
     *
     * @param at when
     */
    @TenantTransaction(propagation = Propagation.MANDATORY)
    public void deposited(Instant at) {
        tenant.sql("SELECT cell.note_deposit(?)").param(Timestamp.from(at)).query(rows -> {});
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static <T extends @Nullable Object> T[] column(
            List<InvoiceRow> invoices, IntFunction<T[]> array, Function<InvoiceRow, T> value) {
        return invoices.stream().map(value).toArray(array);
    }
}
