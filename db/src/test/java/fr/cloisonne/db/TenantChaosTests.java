package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.cloisonne.db.TenantChaos.Door;
import fr.cloisonne.db.TenantChaos.Outcome;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No row of another tenant is ever seen, whatever happens to the transactions before: a million of
 * them by {@code -Dtests.size=full}. And the same transactions find out a door that is not shut.
 */
@PostgresTest
class TenantChaosTests {

    private static final boolean FULL = "full".equals(System.getProperty("tests.size"));
    private static final LoggingSystem LOGS =
            LoggingSystem.get(TenantChaosTests.class.getClassLoader());
    private static final int TENANTS = 20;
    private static final long SEED = 20_261_125;

    private final Provisioner provisioner;
    private final ClientSchema schema;
    private final JdbcClient tenantJdbc;
    private final TransactionTemplate transaction;
    private final TestDatabase database;

    private final List<Placement> tenants = new ArrayList<>();

    @Autowired
    TenantChaosTests(
            Provisioner provisioner,
            ClientSchema schema,
            @Qualifier("tenantJdbc") JdbcClient tenantJdbc,
            @Qualifier("tenantTransactionManager") PlatformTransactionManager transactions,
            TestDatabase database) {
        this.provisioner = provisioner;
        this.schema = schema;
        this.tenantJdbc = tenantJdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    @BeforeEach
    void tenants() throws SQLException {
        // Spring would log each transaction whose back end was killed.
        LOGS.setLogLevel(TransactionTemplate.class.getName(), LogLevel.OFF);
        for (int i = 0; i < TENANTS; i++) {
            tenants.add(provisioned());
        }
    }

    @AfterAll
    static void loudAgain() {
        LOGS.setLogLevel(TransactionTemplate.class.getName(), null);
    }

    @Test
    void throughTheWholeOfTheTenantUnit() {
        int transactions = FULL ? 900_000 : 6_000;
        holds(transactions, chaos().run(SEED, transactions, 64, this::asTheProductDoes));
    }

    @Test
    void throughAPoolOfOneConnection() throws IOException {
        int transactions = FULL ? 100_000 : 1_000;
        try (Cells one = cells(1)) {
            holds(transactions, chaos().run(SEED, transactions, 16, door(one::enter)));
        }
    }

    @Test
    void withoutTheSwitchOfRoleNothingIsSeenAtAll() throws IOException {
        try (HikariDataSource gate = gate()) {
            Outcome outcome = chaos().run(SEED, 400, 8, door(tenant -> gate.getConnection()));
            assertThat(outcome.foreign()).isZero();
            assertThat(outcome.whole()).isZero();
        }
    }

    @Test
    void aRoleThatOutlivesItsTransactionIsFoundOut() throws IOException {
        try (HikariDataSource gate = gate()) {
            Outcome outcome = chaos().run(SEED, 400, 8, door(tenant -> keptRole(gate, tenant)));
            assertThat(outcome.foreign()).isPositive();
        }
    }

    @Test
    void theProductsOwnDoorRefusesAConnectionThatKeptARole() throws IOException, SQLException {
        try (Cells one = cells(1)) {
            Placement tenant = tenants.getFirst();
            try (Connection connection = one.enter(tenant);
                    var keep = connection.createStatement()) {
                keep.execute("SET SESSION ROLE " + tenant.role());
                connection.commit();
            }
            assertThatThrownBy(() -> one.enter(tenants.getLast()))
                    .hasMessageContaining("still had the role");
            // That connection was thrown away.
            one.enter(tenants.getLast()).close();
        }
    }

    private void holds(int transactions, Outcome outcome) {
        assertThat(outcome.foreign()).as("rows of another tenant").isZero();
        assertThat(outcome.whole() + outcome.cut() + outcome.failed()).isEqualTo(transactions);
        assertThat(outcome.whole()).isGreaterThan(transactions * 3L / 4);
        assertThat(outcome.cut()).isPositive();
        assertThat(rows("="))
                .as("rows written, each in the schema of its owner")
                .isEqualTo(outcome.kept());
        assertThat(rows("<>")).isZero();
    }

    private TenantChaos chaos() {
        return new TenantChaos(tenants, database.superuser());
    }

    private void asTheProductDoes(Placement tenant, TenantChaos.Work work) {
        ScopedValue.where(TestRoom.BOUND, tenant)
                .run(() -> transaction.executeWithoutResult(status -> work.in(tenantJdbc)));
    }

    /** A connection by hand, as the tenant unit handles it. */
    private static Door door(Entry entry) {
        return (tenant, work) -> {
            try (Connection connection = entry.enter(tenant);
                    var one = new SingleConnectionDataSource(connection, true)) {
                work.in(JdbcClient.create(one));
                connection.commit();
            }
        };
    }

    /** A way to come by a tenant's connection. */
    @FunctionalInterface
    private interface Entry {

        Connection enter(Placement tenant) throws SQLException;
    }

    /** What a hasty hand would write: the role is taken once, for the session. */
    private static Connection keptRole(HikariDataSource gate, Placement tenant)
            throws SQLException {
        Connection connection = gate.getConnection();
        try (var take =
                connection.prepareStatement(
                        "SELECT CASE current_setting('role') WHEN 'none' THEN set_config('role', ?, false) END")) {
            take.setString(1, tenant.role().value());
            take.execute();
            connection.commit();
        }
        return connection;
    }

    private Cells cells(int size) throws IOException {
        return new Cells(Pools.of(database.logins().gates(), size, Limits.ACT), Map.of());
    }

    private HikariDataSource gate() throws IOException {
        return Pools.of(database.logins().gate(Logins.MAIN), 4, Limits.ACT);
    }

    /** Rows whose owner is, or is not, the tenant in whose schema they lie. */
    private long rows(String comparison) {
        return tenants.stream()
                .mapToLong(tenant ->
                        database.superuser()
                                .sql(
                                        "SELECT count(*) FROM %1$s.note WHERE owner %2$s '%1$s'"
                                                .formatted(tenant.role(), comparison))
                                .query(Long.class)
                                .single())
                .sum();
    }

    private Placement provisioned() throws SQLException {
        Placement placement = new Placement(Logins.MAIN, RoleName.random());
        RoleName role = placement.role();
        provisioner.inCell(
                placement.cell(),
                connection -> {
                    schema.create(connection, placement);
                    try (var statement = connection.createStatement()) {
                        statement.execute(
                                "CREATE TABLE %s.note (owner varchar(16))".formatted(role));
                        statement.execute(
                                "GRANT SELECT, INSERT ON %s.note TO %s".formatted(role, role));
                        return role;
                    }
                });
        return placement;
    }
}
