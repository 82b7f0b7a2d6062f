package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientChangelog;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.tenancy.schema.CompanyNames.Named;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.tenancy.value.SchemaState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger of a cell beside the failures and versions that it knows, for whoever looks after it.
 */
@Component
class SchemaRows {

    private static final String BEHIND =
            """
            SELECT l.role, v.number, v.open_from, f.kind, f.reason, f.tries, f.failed_at, f.next_at
            FROM cell.ledger l
            LEFT JOIN cell.client_version v ON v.label = l.version
            LEFT JOIN cell.upgrade_failure f ON f.role = l.role
            WHERE l.version <> :latest OR f.role IS NOT NULL
            ORDER BY f.role IS NULL, l.role
            LIMIT :limit
            """;

    private final Cells cells;
    private final ClientChangelog changelog;

    SchemaRows(Cells cells, ClientSchema schema) {
        this.cells = cells;
        this.changelog = schema.changelog();
    }

    /** How many schemas are at which version, and how many failures are kept. */
    record Counted(Map<Integer, Long> versions, long total, long atLatest, long failures) {}

    /** A schema that lags or failed. */
    record Row(
            String cell,
            String role,
            @Nullable Integer version,
            SchemaState state,
            @Nullable String reason,
            int tries,
            @Nullable Instant failedAt,
            @Nullable Instant nextAt) {

        SchemaLine line(@Nullable Named company) {
            return new SchemaLine(
                    company == null ? role : company.legalName(),
                    company == null ? null : company.siren(),
                    company == null ? null : company.firm(),
                    cell,
                    role,
                    version,
                    state,
                    Objects.requireNonNullElse(reason, ""),
                    tries,
                    failedAt,
                    nextAt);
        }
    }

    Counted count(String cell) {
        return cells.inWork(
                cell,
                work -> {
                    Map<Integer, Long> versions = new TreeMap<>();
                    long[] sums = new long[3];
                    work.sql(
                                    """
                                    SELECT v.number, l.version = ?, count(*), count(f.role)
                                    FROM cell.ledger l
                                    LEFT JOIN cell.client_version v ON v.label = l.version
                                    LEFT JOIN cell.upgrade_failure f ON f.role = l.role
                                    GROUP BY 1, 2
                                    """)
                            .param(changelog.latest().label())
                            .query(row -> {
                                Integer number = row.getObject(1, Integer.class);
                                if (number != null) {
                                    versions.merge(number, row.getLong(3), Long::sum);
                                }
                                sums[0] += row.getLong(3);
                                sums[1] += row.getBoolean(2) ? row.getLong(3) : 0;
                                sums[2] += row.getLong(4);
                            });
                    return new Counted(versions, sums[0], sums[1], sums[2]);
                });
    }

    List<Row> behind(String cell, int limit) {
        return cells.inWork(
                cell,
                work ->
                        work.sql(BEHIND)
                                .param("latest", changelog.latest().label())
                                .param("limit", limit)
                                .query((row, n) -> row(cell, row))
                                .list());
    }

    List<UUID> failed(String cell, Collection<UUID> companies) {
        return cells.inWork(
                cell,
                work ->
                        work.sql(
                                        "SELECT l.tenant_id FROM cell.upgrade_failure JOIN cell.ledger l USING (role) WHERE l.tenant_id = ANY (?)")
                                .param(companies.toArray(UUID[]::new))
                                .query((row, n) -> row.getObject(1, UUID.class))
                                .list());
    }

    private Row row(String cell, ResultSet row) throws SQLException {
        Integer version = row.getObject(2, Integer.class);
        return new Row(
                cell,
                row.getString(1),
                version,
                state(version, row.getInt(3), row.getString(4)),
                row.getString(5),
                row.getInt(6),
                instant(row.getTimestamp(7)),
                instant(row.getTimestamp(8)));
    }

    private SchemaState state(@Nullable Integer version, int openFrom, @Nullable String failure) {
        int own = changelog.latest().number();
        if (failure != null) {
            return SchemaState.valueOf(failure);
        }
        if (version == null) {
            return SchemaState.UNKNOWN;
        }
        if (version <= own) {
            return SchemaState.WAITING;
        }
        return openFrom <= own ? SchemaState.NEWER : SchemaState.TOO_NEW;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
