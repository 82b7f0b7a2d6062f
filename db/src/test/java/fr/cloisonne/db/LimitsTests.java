package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class LimitsTests {

    private static final String ALL =
            "SELECT string_agg(current_setting(name), ' ' ORDER BY name) FROM (VALUES ('statement_timeout'), ('lock_timeout'), ('idle_in_transaction_session_timeout')) AS s (name)";

    private final JdbcClient platform;
    private final TransactionTemplate transaction;
    private final HikariDataSource pool;
    private final Cells cells;
    private final Provisioner provisioner;
    private final TestDatabase database;

    @Autowired
    LimitsTests(
            @Qualifier("platformJdbc") JdbcClient platform,
            @Qualifier("platformTransactionManager") PlatformTransactionManager transactions,
            @Qualifier("platformDataSource") HikariDataSource pool,
            Cells cells,
            Provisioner provisioner,
            TestDatabase database) {
        this.platform = platform;
        this.transaction = new TransactionTemplate(transactions);
        this.pool = pool;
        this.cells = cells;
        this.provisioner = provisioner;
        this.database = database;
    }

    @Test
    void everyPoolHasItsLimits() throws SQLException {
        assertThat(platform.sql(ALL).query(String.class).single()).isEqualTo("1min 10s 30s");
        assertThat(cells.<String>inWork("main", jdbc -> jdbc.sql(ALL).query(String.class).single()))
                .isEqualTo("1min 10s 30s");
        String provision =
                provisioner.inCell(
                        "main",
                        connection -> {
                            try (var statement = connection.createStatement();
                                    var row = statement.executeQuery(ALL)) {
                                row.next();
                                return row.getString(1);
                            }
                        });
        assertThat(provision).isEqualTo("10min 1min 10min");
    }

    @Test
    void aStatementThatTakesTooLongIsCancelledAndTheConnectionComesBackClean() {
        for (int round = 0; round < 15; round++) {
            assertThatThrownBy(() -> within("statement_timeout", this::slow))
                    .isInstanceOf(QueryTimeoutException.class);
        }
        assertThat(within("lock_timeout", () -> 1)).isOne();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(platform.sql(ALL).query(String.class).single()).isEqualTo("1min 10s 30s");
    }

    @Test
    void aWaitForALockThatTakesTooLongEnds() {
        Integer held =
                transaction.execute(status -> {
                    int mine = locked();
                    assertThatThrownBy(() -> inAnother("lock_timeout", this::locked))
                            .isInstanceOf(CannotAcquireLockException.class);
                    return mine;
                });
        assertThat(held).isOne();
        assertThat(transaction.<Integer>execute(status -> locked())).isOne();
    }

    @Test
    void aTransactionInWhichNothingIsAskedIsEndedAndTheNextOneWorks() {
        assertThatThrownBy(() -> within("idle_in_transaction_session_timeout", this::forgotten))
                .isNotNull();
        for (int round = 0; round < 15; round++) {
            assertThat(transaction.<Integer>execute(status -> locked())).isOne();
        }
    }

    private int slow() {
        return platform.sql("SELECT 1 FROM pg_sleep(60)").query(Integer.class).single();
    }

    private int locked() {
        return platform.sql("SELECT 1 FROM pg_advisory_xact_lock(20261125, 4)")
                .query(Integer.class)
                .single();
    }

    private int forgotten() {
        int backend = platform.sql("SELECT pg_backend_pid()").query(Integer.class).single();
        while (alive(backend)) {
            Thread.onSpinWait();
        }
        return slow();
    }

    private boolean alive(int backend) {
        return database.superuser()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE pid = ?")
                .params(List.of(backend))
                .query(Integer.class)
                .single()
                .equals(1);
    }

    private int within(String limit, Supplier<Integer> work) {
        return transaction.<Integer>execute(status -> {
            platform.sql("SELECT set_config('%s', '50', true)".formatted(limit))
                    .query(String.class)
                    .single();
            return work.get();
        });
    }

    private int inAnother(String limit, Supplier<Integer> work) {
        var another =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return another.<Integer>execute(status -> within(limit, work));
    }
}
