package fr.cloisonne.invoicing;

import fr.cloisonne.db.TenantTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.invoicing.compliance.Anomaly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the deposits of the bound company, each document by itself. People are ids here. */
@Component
class DepositRows {

    private static final int PAGE = 500;
    private static final String DEPOSITS =
            """
            SELECT d.id, d.at, f.file_name, f.state, i.id AS invoice, jsonb_array_length(f.anomalies),
                   d.actor, d.on_behalf, f.anomalies, f.kept_until IS NOT NULL OR f.state = 'ACCEPTED'
            FROM deposit d JOIN deposit_document f ON f.deposit_id = d.id
            LEFT JOIN invoice i ON i.document_id = f.id
            """;

    private final JdbcClient tenant;

    DepositRows(@Qualifier("tenantJdbc") JdbcClient tenant) {
        this.tenant = tenant;
    }

    record Deposited(
            DepositId id,
            Instant at,
            String fileName,
            boolean accepted,
            @Nullable InvoiceId invoice,
            int anomalyCount,
            UserAccountId actor,
            @Nullable UserAccountId onBehalf,
            List<Anomaly> anomalies,
            boolean kept) {}

    @TenantTransaction(readOnly = true)
    List<Deposited> last(int limit) {
        return tenant.sql(DEPOSITS + " ORDER BY d.at DESC, d.id DESC LIMIT ?")
                .param(Math.clamp(limit, 0, PAGE))
                .query(DepositRows::deposited)
                .list();
    }

    @TenantTransaction(readOnly = true)
    Optional<Deposited> find(DepositId id) {
        return tenant.sql(DEPOSITS + " WHERE d.id = ?")
                .param(id.value())
                .query(DepositRows::deposited)
                .optional();
    }

    private static Deposited deposited(ResultSet row, int number) throws SQLException {
        UUID invoice = row.getObject(5, UUID.class);
        return new Deposited(
                new DepositId(row.getObject(1, UUID.class)),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                "ACCEPTED".equals(row.getString(4)),
                invoice == null ? null : new InvoiceId(invoice),
                row.getInt(6),
                Objects.requireNonNull(Columns.person(row, "actor")),
                Columns.person(row, "on_behalf"),
                Columns.anomalies(row),
                row.getBoolean(10));
    }
}
