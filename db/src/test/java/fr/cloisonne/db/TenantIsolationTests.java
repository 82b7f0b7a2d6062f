package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.Outbox;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class TenantIsolationTests {

    private final Provisioner provisioner;
    private final ClientSchema schema;
    private final JdbcClient tenantJdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final TestDatabase database;

    private Placement alpha = placement();
    private Placement beta = placement();

    @Autowired
    TenantIsolationTests(
            Provisioner provisioner,
            ClientSchema schema,
            @Qualifier("tenantJdbc") JdbcClient tenantJdbc,
            @Qualifier("tenantTransactionManager") PlatformTransactionManager transactions,
            Outbox outbox,
            TestDatabase database) {
        this.provisioner = provisioner;
        this.schema = schema;
        this.tenantJdbc = tenantJdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.outbox = outbox;
        this.database = database;
    }

    @BeforeEach
    void twoTenants() throws SQLException {
        alpha = provisioned();
        beta = provisioned();
    }

    @Test
    void actsAsTheTenantsRoleInsideATransactionOnly() {
        assertThat(as(alpha, "SELECT current_user::text")).isEqualTo(alpha.role().value());
        assertThat(as(beta, "SELECT current_user::text")).isEqualTo(beta.role().value());
        assertThatThrownBy(() -> tenantJdbc.sql("SELECT 1").query(Integer.class).single())
                .hasRootCauseInstanceOf(TenantNotBoundException.class);
    }

    @Test
    void givesNoConnectionWhereNoTenantIsBound() {
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(
                                status -> tenantJdbc.sql("SELECT 1").query(Integer.class).single()))
                .hasStackTraceContaining(TenantNotBoundException.class.getSimpleName());
    }

    @Test
    void refusesAnotherTenantsSchemaInTheDatabaseItself() {
        assertThat(as(alpha, "SELECT count(*)::text FROM note")).isEqualTo("0");
        assertThatThrownBy(() -> as(alpha, "SELECT count(*)::text FROM " + beta.role() + ".note"))
                .hasStackTraceContaining("permission denied for schema");
    }

    @Test
    void refusesTemporaryTablesAndEverythingNew() {
        assertThatThrownBy(() -> as(alpha, "CREATE TEMP TABLE note (id int)"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> as(alpha, "CREATE TABLE other (id int)"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> as(alpha, "SELECT count(*)::text FROM cell.outbox"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void leavesNoRoleBehindAfterAnException() throws SQLException {
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> as(alpha, "SELECT (1 / 0)::text")).isNotNull();
            assertThat(as(beta, "SELECT current_user::text")).isEqualTo(beta.role().value());
        }
        try (var gate = database.as("gate");
                var statement = gate.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM note"))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void recordsAnEventForTheTenantThatActsAndNoOther() throws SQLException {
        ScopedValue.where(TestRoom.BOUND, alpha)
                .run(() ->
                        transaction.executeWithoutResult(s -> outbox.record(new NoteKept("n1"))));
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT l.role FROM cell.outbox o JOIN cell.ledger l USING (tenant_id) WHERE o.kind = 'NoteKept'")
                                .query(String.class)
                                .list())
                .contains(alpha.role().value())
                .doesNotContain(beta.role().value());
        try (var gate = database.as("gate");
                var statement = gate.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute(
                                    "SELECT cell.record_event(gen_random_uuid(), 'x', 'x', '{}')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theRoleOfAllTenantsIsNone() throws Exception {
        try (var gate = database.as("gate");
                var statement = gate.createStatement()) {
            statement.execute(
                    "SET ROLE "
                            + statement.enquoteIdentifier(
                                    database.logins().tenants(Logins.MAIN), true));
            assertThatThrownBy(() ->
                            statement.execute(
                                    "SELECT cell.record_event(gen_random_uuid(), 'x', 'x', '{}')"))
                    .hasMessageContaining("no tenant acts here");
            assertThatThrownBy(() -> statement.execute("SELECT * FROM cell.ledger"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() ->
                            statement.execute("SELECT * FROM %s.note".formatted(alpha.role())))
                    .hasMessageContaining("permission denied");
        }
    }

    private @Nullable String as(Placement tenant, String sql) {
        return ScopedValue.where(TestRoom.BOUND, tenant).call(() -> inTransaction(sql));
    }

    private @Nullable String inTransaction(String sql) {
        return transaction.execute(status -> tenantJdbc.sql(sql).query(String.class).single());
    }

    private Placement provisioned() throws SQLException {
        Placement placement = placement();
        provisioner.inCell(
                placement.cell(),
                connection -> {
                    schema.create(connection, placement);
                    try (var statement = connection.createStatement()) {
                        RoleName role = placement.role();
                        statement.execute("CREATE TABLE %s.note (id int)".formatted(role));
                        statement.execute("GRANT SELECT ON %s.note TO %s".formatted(role, role));
                        statement.execute(
                                "INSERT INTO cell.ledger VALUES ('%s', '%s', '%s', '1')"
                                        .formatted(role, UUID.randomUUID(), UUID.randomUUID()));
                        return role;
                    }
                });
        return placement;
    }

    private static Placement placement() {
        return new Placement(Logins.MAIN, RoleName.random());
    }

    private record NoteKept(String aggregate) implements Event {}
}
