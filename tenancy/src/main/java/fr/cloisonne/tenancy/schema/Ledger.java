package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientChangelog;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.db.ClientVersion;
import fr.cloisonne.db.Placement;
import fr.cloisonne.db.RoleName;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each cell says of its schemas: at which version, which failed, whether a canary passed. */
@Component
class Ledger {

    /** So many schemas may refuse the change before it is held to be broken, not they. */
    private static final int CANARIES = 3;

    private final Cells cells;
    private final ClientChangelog changelog;

    Ledger(Cells cells, ClientSchema schema) {
        this.cells = cells;
        this.changelog = schema.changelog();
    }

    /**
     * A schema that lags and may be tried now.
     *
     * @param placement where
     * @param failed whether it was tried before
     */
    record Due(Placement placement, boolean failed) {}

    /** The label of a schema's version. */
    Optional<String> label(Placement placement) {
        return cells.inWork(
                placement.cell(),
                work ->
                        work.sql("SELECT version FROM cell.ledger WHERE role = ?")
                                .param(placement.role().value())
                                .query((row, n) -> row.getString(1))
                                .optional());
    }

    /** The version from which on code may work on a schema of this label, if any node told it. */
    Optional<Integer> openFrom(String cell, String label) {
        return cells.inWork(
                cell,
                work ->
                        work.sql("SELECT open_from FROM cell.client_version WHERE label = ?")
                                .param(label)
                                .query((row, n) -> row.getInt(1))
                                .optional());
    }

    Optional<Failure> failure(Placement placement) {
        return cells.inWork(
                placement.cell(),
                work ->
                        work.sql(
                                        "SELECT label, kind, next_at FROM cell.upgrade_failure WHERE role = ?")
                                .param(placement.role().value())
                                .query((row, n) ->
                                        new Failure(
                                                row.getString(1),
                                                FailureKind.valueOf(row.getString(2)),
                                                row.getTimestamp(3).toInstant()))
                                .optional());
    }

    /** All schemas at an earlier version whose turn it is: one query, whatever their number. */
    List<Due> due(String cell, Instant now) {
        return cells.inWork(
                cell,
                work ->
                        work.sql(
                                        """
                                        SELECT l.role, f.label IS NOT DISTINCT FROM ?
                                        FROM cell.ledger l LEFT JOIN cell.upgrade_failure f USING (role)
                                        WHERE l.version = ANY (?)
                                          AND (f.next_at IS NULL OR f.next_at <= ? OR f.label <> ?)
                                        ORDER BY l.role
                                        """)
                                .params(
                                        changelog.latest().label(),
                                        earlier(),
                                        Timestamp.from(now),
                                        changelog.latest().label())
                                .query((row, n) ->
                                        new Due(
                                                new Placement(cell, new RoleName(row.getString(1))),
                                                row.getBoolean(2)))
                                .list());
    }

    /**
     * Schemas that tell the latest version, were found to lack some of it, and whose turn it is.
     */
    List<Placement> doubtful(String cell, Instant now) {
        return cells.inWork(
                cell,
                work ->
                        work.sql(
                                        "SELECT role FROM cell.upgrade_failure JOIN cell.ledger USING (role) WHERE version = ? AND next_at <= ?")
                                .params(changelog.latest().label(), Timestamp.from(now))
                                .query((row, n) ->
                                        new Placement(cell, new RoleName(row.getString(1))))
                                .list());
    }

    private String[] earlier() {
        return changelog.versions().stream()
                .map(ClientVersion::label)
                .filter(label -> !label.equals(changelog.latest().label()))
                .toArray(String[]::new);
    }

    /** Whether one schema has come to the latest version by an upgrade. */
    boolean canaryPassed(String cell) {
        return cells.inWork(
                cell,
                work ->
                        work.sql(
                                        "SELECT EXISTS (SELECT 1 FROM cell.client_version WHERE label = ? AND canary IS NOT NULL)")
                                .param(changelog.latest().label())
                                .query(Boolean.class)
                                .single());
    }

    /** Whether the first schemas all refused the latest version: then it is held to be broken. */
    boolean held(String cell) {
        return !canaryPassed(cell) && refusals(cell) >= CANARIES;
    }

    /** How many schemas refused the latest version and did not just have to wait. */
    private int refusals(String cell) {
        return cells.inWork(
                cell,
                work ->
                        work.sql(
                                        "SELECT count(*) FROM cell.upgrade_failure WHERE label = ? AND kind IN ('CHANGE', 'SHAPE')")
                                .param(changelog.latest().label())
                                .query(Integer.class)
                                .single());
    }
}
