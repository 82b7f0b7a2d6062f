package fr.cloisonne.invoicing;

import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.RequiresHabilitation;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.reading.Syntax;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the invoices of the bound company. People are ids here; names come later. */
@Component
class InvoiceRows {

    private static final int PAGE = 500;
    private static final String COLUMNS =
            "SELECT i.id, i.number, i.buyer_name, i.issue_date, i.due_date, i.with_tax, i.currency, i.status FROM invoice i ";

    private final JdbcClient tenant;

    InvoiceRows(@Qualifier("tenantJdbc") JdbcClient tenant) {
        this.tenant = tenant;
    }

    record Changed(
            Instant at,
            InvoiceStatus status,
            @Nullable String reason,
            @Nullable UserAccountId actor,
            @Nullable UserAccountId onBehalf) {}

    @TenantTransaction(readOnly = true)
    List<InvoiceRow> page(InvoiceFilter filter, InvoiceSort sort, int offset, int limit) {
        InvoiceWhere where = InvoiceWhere.of(filter);
        return tenant.sql(COLUMNS + where.sql() + order(sort) + " LIMIT :limit OFFSET :offset")
                .params(where.parameters())
                .param("limit", Math.clamp(limit, 0, PAGE))
                .param("offset", Math.max(0, offset))
                .query(InvoiceRows::row)
                .list();
    }

    @TenantTransaction(readOnly = true)
    long count(InvoiceFilter filter) {
        InvoiceWhere where = InvoiceWhere.of(filter);
        return tenant.sql("SELECT count(*) FROM invoice i " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    @TenantTransaction(readOnly = true)
    Map<StatusFamily, Integer> counts() {
        Map<StatusFamily, Integer> counts = new EnumMap<>(StatusFamily.class);
        tenant.sql("SELECT status, count(*) FROM invoice GROUP BY status")
                .query(row -> {
                    counts.merge(
                            InvoiceStatus.of(row.getInt(1)).family(), row.getInt(2), Integer::sum);
                });
        return counts;
    }

    @TenantTransaction(readOnly = true)
    Optional<InvoiceDetails> details(InvoiceId id) {
        return tenant.sql(
                        """
                        SELECT i.id, i.number, i.buyer_name, i.issue_date, i.due_date, i.with_tax,
                          i.currency, i.status, i.*, f.*, d.id AS deposit, d.at
                        FROM invoice i JOIN deposit_document f ON f.id = i.document_id
                        JOIN deposit d ON d.id = f.deposit_id WHERE i.id = ?
                        """)
                .param(id.value())
                .query(InvoiceRows::details)
                .optional();
    }

    @TenantTransaction(readOnly = true)
    List<Changed> history(InvoiceId id) {
        return tenant.sql(
                        "SELECT at, status, reason, actor, on_behalf FROM status_change WHERE invoice_id = ? ORDER BY n")
                .param(id.value())
                .query((row, n) ->
                        new Changed(
                                row.getTimestamp(1).toInstant(),
                                InvoiceStatus.of(row.getInt(2)),
                                row.getString(3),
                                Columns.person(row, "actor"),
                                Columns.person(row, "on_behalf")))
                .list();
    }

    /** The document of which it was born. */
    @TenantTransaction(readOnly = true)
    UUID document(InvoiceId id) {
        return tenant.sql("SELECT document_id FROM invoice WHERE id = ?")
                .param(id.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    /** A piece of its file, each in a transaction of its own; empty behind the last one. */
    @TenantTransaction(readOnly = true)
    @RequiresHabilitation(Right.CONSULT)
    byte[] piece(UUID document, int n) {
        return tenant.sql("SELECT bytes FROM file_piece WHERE document_id = ? AND n = ?")
                .params(document, n)
                .query((row, i) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    private static String order(InvoiceSort sort) {
        String column =
                switch (sort.field()) {
                    case ISSUE_DATE -> "i.issue_date";
                    case NUMBER -> "i.number";
                    case COUNTERPART -> "extensions.plain(i.buyer_name)";
                    case TOTAL -> "i.with_tax";
                    case STATUS -> "i.status";
                };
        String direction = sort.ascending() ? " ASC" : " DESC";
        return " ORDER BY " + column + direction + ", i.id" + direction;
    }

    private static InvoiceRow row(ResultSet row, int number) throws SQLException {
        return new InvoiceRow(
                new InvoiceId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBigDecimal(6),
                row.getString(7),
                InvoiceStatus.of(row.getInt(8)));
    }

    private static InvoiceDetails details(ResultSet row, int number) throws SQLException {
        return new InvoiceDetails(
                row(row, number),
                Direction.ISSUED,
                row.getString("type_code"),
                Syntax.valueOf(row.getString("syntax")),
                row.getString("profile"),
                new InvoiceParty(
                        row.getString("seller_name"),
                        row.getString("seller_siren"),
                        row.getString("seller_vat")),
                new InvoiceParty(
                        row.getString("buyer_name"),
                        row.getString("buyer_siren"),
                        row.getString("buyer_vat")),
                new InvoiceTotals(
                        row.getBigDecimal("without_tax"),
                        row.getBigDecimal("tax"),
                        row.getBigDecimal("with_tax"),
                        row.getBigDecimal("payable"),
                        Columns.taxes(row)),
                row.getInt("line_count"),
                new DepositId(row.getObject("deposit", UUID.class)),
                row.getTimestamp("at").toInstant(),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("retention_until", LocalDate.class),
                List.of(),
                Columns.anomalies(row));
    }
}
