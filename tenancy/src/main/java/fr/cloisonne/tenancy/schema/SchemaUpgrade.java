package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.db.ClientVersion;
import fr.cloisonne.db.Placement;
import fr.cloisonne.db.ProvisionWork;
import fr.cloisonne.db.Provisioner;
import fr.cloisonne.db.SchemaShape;
import fr.cloisonne.db.SchemaShapes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Brings one schema to the latest version: one transaction that holds the schema's row of the
 * ledger, applies what is missing, looks whether it is there, and writes the row. Cut at any point
 * the schema is as it was, and the row is free again. A lock that is not had within two seconds
 * gives up, so that nobody who works there waits longer.
 */
@Component
class SchemaUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);

    /** What came of it. */
    enum Outcome {
        /** It is at the latest version now. */
        DONE,
        /** It was already, or is none that this code upgrades. */
        NOTHING_TO_DO,
        /** It is as it was, and the cell keeps why. */
        FAILED,
        /** The cell does not answer or has no room left: it would be the same for all. */
        CELL_FAILS
    }

    private final Provisioner provisioner;
    private final Cells cells;
    private final Ledger ledger;
    private final ClientSchema schema;
    private final SchemaShapes shapes;
    private final Clock clock;

    SchemaUpgrade(
            Provisioner provisioner,
            Cells cells,
            Ledger ledger,
            ClientSchema schema,
            SchemaShapes shapes,
            Clock clock) {
        this.provisioner = provisioner;
        this.cells = cells;
        this.ledger = ledger;
        this.schema = schema;
        this.shapes = shapes;
        this.clock = clock;
    }

    Outcome upgrade(Placement placement) {
        try {
            SchemaShape expected = shapes.expected(placement.cell());
            return inCell(
                    placement,
                    (jdbc, connection) -> upgrade(jdbc, connection, placement, expected));
        } catch (SQLException | DataAccessException | SchemaMismatchException failure) {
            return failed(placement, failure);
        }
    }

    /**
     * Looks whether a schema that tells the latest version has all of it, and keeps what is found.
     */
    boolean whole(Placement placement) {
        try {
            SchemaShape expected = shapes.expected(placement.cell());
            cells.inWork(placement.cell(), work -> requireWhole(work, placement, expected));
            if (ledger.failure(placement).isPresent()) {
                inCell(placement, (jdbc, connection) -> forget(jdbc, placement));
            }
            return true;
        } catch (SchemaMismatchException lacking) {
            failed(placement, lacking);
            return false;
        } catch (SQLException unreached) {
            throw new DataAccessResourceFailureException(
                    "The cell %s cannot be asked".formatted(placement.cell()), unreached);
        }
    }

    private static Placement requireWhole(
            JdbcClient jdbc, Placement placement, SchemaShape expected) {
        List<String> missing = expected.missing(jdbc, placement.role());
        if (!missing.isEmpty()) {
            throw new SchemaMismatchException(missing);
        }
        return placement;
    }

    /** Makes the failure's turn come now. */
    int retry(String cell) throws SQLException {
        return provisioner.inCell(
                cell,
                connection ->
                        jdbc(connection)
                                .sql("UPDATE cell.upgrade_failure SET next_at = failed_at")
                                .update());
    }

    /** The first upgrade that succeeds is kept; the others may follow. */
    void canary(Placement placement) throws SQLException {
        inCell(
                placement,
                (jdbc, connection) ->
                        jdbc.sql(
                                        "UPDATE cell.client_version SET canary = ?, canary_at = ? WHERE label = ? AND canary IS NULL")
                                .params(placement.role().value(), now(), latest())
                                .update());
    }

    private Outcome upgrade(
            JdbcClient jdbc, Connection connection, Placement placement, SchemaShape expected)
            throws SQLException {
        jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
        Optional<ClientVersion> present =
                jdbc.sql("SELECT version FROM cell.ledger WHERE role = ? FOR NO KEY UPDATE")
                        .param(placement.role().value())
                        .query((row, n) -> row.getString(1))
                        .optional()
                        .flatMap(schema.changelog()::of)
                        .filter(version -> !version.label().equals(latest()));
        if (present.isEmpty()) {
            return Outcome.NOTHING_TO_DO;
        }
        schema.upgrade(connection, placement, present.get());
        requireWhole(jdbc, placement, expected);
        jdbc.sql(
                        """
                        WITH mended AS (DELETE FROM cell.upgrade_failure WHERE role = :role)
                        UPDATE cell.ledger SET version = :latest, applied_at = :now WHERE role = :role
                        """)
                .param("role", placement.role().value())
                .param("latest", latest())
                .param("now", now())
                .update();
        return Outcome.DONE;
    }

    private static int forget(JdbcClient jdbc, Placement placement) {
        return jdbc.sql("DELETE FROM cell.upgrade_failure WHERE role = ?")
                .param(placement.role().value())
                .update();
    }

    private Outcome failed(Placement placement, Exception failure) {
        Optional<Refusal> refusal = Refusal.of(failure);
        if (refusal.isEmpty()) {
            LOG.warn("The cell {} cannot be asked", placement.cell(), failure);
            return Outcome.CELL_FAILS;
        }
        try {
            inCell(placement, (jdbc, connection) -> keep(jdbc, placement, refusal.get()));
        } catch (SQLException | DataAccessException unkept) {
            LOG.warn("The failure of {} could not be kept", placement.role(), unkept);
        }
        LOG.warn(
                "The schema {} in cell {} stays as it was ({}): {}",
                placement.role(),
                placement.cell(),
                refusal.get().kind(),
                refusal.get().reason());
        return refusal.get().kind() == FailureKind.NO_ROOM ? Outcome.CELL_FAILS : Outcome.FAILED;
    }

    private int keep(JdbcClient jdbc, Placement placement, Refusal refusal) {
        int tries =
                jdbc.sql(
                                """
                                INSERT INTO cell.upgrade_failure AS f
                                  (role, label, kind, reason, tries, failed_at, next_at)
                                SELECT role, :label, :kind, :reason, 1, :now, :now
                                FROM cell.ledger WHERE role = :role
                                ON CONFLICT (role) DO UPDATE SET label = :label, kind = :kind,
                                  reason = :reason, failed_at = :now,
                                  tries = CASE WHEN f.label = :label AND f.kind = :kind THEN f.tries + 1 ELSE 1 END
                                RETURNING tries
                                """)
                        .param("role", placement.role().value())
                        .param("label", latest())
                        .param("kind", refusal.kind().name())
                        .param("reason", refusal.reason())
                        .param("now", now())
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        return jdbc.sql("UPDATE cell.upgrade_failure SET next_at = ? WHERE role = ?")
                .params(
                        Timestamp.from(clock.instant().plus(refusal.kind().wait(tries))),
                        placement.role().value())
                .update();
    }

    /** Work on one connection, with a client for it. */
    private interface Work<T> {
        T run(JdbcClient jdbc, Connection connection) throws SQLException;
    }

    private <T> T inCell(Placement placement, Work<T> work) throws SQLException {
        ProvisionWork<T> asked = connection -> work.run(jdbc(connection), connection);
        return provisioner.inCell(placement.cell(), asked);
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private String latest() {
        return schema.changelog().latest().label();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
