package fr.cloisonne.invoicing;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.invoicing.compliance.Verdict;
import fr.cloisonne.invoicing.reading.En16931Invoice;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the invoice that an accepted document is; runs inside the deposit's transaction. */
@Component
class NewInvoices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Commercial code L123-22: ten years after the end of the exercise. */
    private static final int YEARS_KEPT = 10;

    private final JdbcClient tenant;

    NewInvoices(@Qualifier("tenantJdbc") JdbcClient tenant) {
        this.tenant = tenant;
    }

    InvoiceRow insert(UUID document, Verdict verdict) {
        En16931Invoice read = Objects.requireNonNull(verdict.invoice());
        InvoiceRow row = row(read);
        tenant.sql(
                        """
                        INSERT INTO invoice (id, document_id, seller_siren, issue_year, number,
                          issue_date, due_date, type_code, syntax, profile, seller_name, seller_vat,
                          buyer_name, buyer_siren, buyer_vat, currency, without_tax, tax, with_tax,
                          payable, taxes, line_count, status, retention_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .param(row.id().value())
                .param(document)
                .param(Objects.requireNonNull(read.seller().registration()).substring(0, 9))
                .param(row.issueDate().getYear())
                .param(row.number())
                .param(row.issueDate())
                .param(row.dueDate())
                .param(Objects.requireNonNullElse(read.typeCode(), "380"))
                .param(Objects.requireNonNull(verdict.syntax()).name())
                .param(shortened(Objects.requireNonNullElse(read.profile(), ""), 200))
                .param(Objects.requireNonNullElse(read.seller().name(), ""))
                .param(shortened(read.seller().vatNumber(), 20))
                .param(row.counterpart())
                .param(shortened(read.buyer().registration(), 20))
                .param(shortened(read.buyer().vatNumber(), 20))
                .param(row.currency())
                .param(read.totals().withoutTax())
                .param(Objects.requireNonNullElse(read.totals().tax(), BigDecimal.ZERO))
                .param(row.total())
                .param(read.totals().payable())
                .param(JSON.writeValueAsString(taxes(read)))
                .param(read.lineCount())
                .param(row.status().code())
                .param(LocalDate.of(row.issueDate().getYear() + YEARS_KEPT, 12, 31))
                .update();
        return row;
    }

    void insertStatus(
            InvoiceRow invoice, Instant at, UserAccountId actor, @Nullable UserAccountId onBehalf) {
        tenant.sql(
                        "INSERT INTO status_change (invoice_id, n, at, status, actor, on_behalf) VALUES (?, 1, ?, ?, ?, ?)")
                .param(invoice.id().value())
                .param(Timestamp.from(at))
                .param(invoice.status().code())
                .param(actor.value())
                .param(onBehalf == null ? null : onBehalf.value())
                .update();
    }

    private static InvoiceRow row(En16931Invoice read) {
        return new InvoiceRow(
                new InvoiceId(Uuid7.next()),
                Objects.requireNonNull(read.number()),
                Objects.requireNonNullElse(read.buyer().name(), "—"),
                Objects.requireNonNull(read.issueDate()),
                read.dueDate(),
                Objects.requireNonNull(read.totals().withTax()),
                Objects.requireNonNullElse(read.currency(), "EUR"),
                InvoiceStatus.DEPOSEE);
    }

    private static List<TaxLine> taxes(En16931Invoice read) {
        return read.taxes().stream()
                .map(tax ->
                        new TaxLine(
                                Objects.requireNonNullElse(tax.category(), ""),
                                tax.rate(),
                                Objects.requireNonNullElse(tax.base(), BigDecimal.ZERO),
                                Objects.requireNonNullElse(tax.amount(), BigDecimal.ZERO)))
                .toList();
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        return text == null ? null : text.substring(0, Math.min(text.length(), longest));
    }
}
