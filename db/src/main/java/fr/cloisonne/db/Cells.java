package fr.cloisonne.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cells of this instance, each a database: its gate for tenants, its work for all the rest. */
public final class Cells implements AutoCloseable {

    private final Map<String, HikariDataSource> gates;
    private final Map<String, HikariDataSource> works;

    Cells(Map<String, HikariDataSource> gates, Map<String, HikariDataSource> works) {
        this.gates = gates;
        this.works = works;
    }

    /**
     * Names of the cells.
     *
     * @return in alphabetical order
     */
    public List<String> names() {
        return works.keySet().stream().sorted().toList();
    }

    /**
     * The cell's own tables (outbox, ledger, projection), as the work login. No tenant's table is
     * within its reach.
     *
     * @param cell name of the cell
     * @return to be used inside {@link #inWork}
     */
    public JdbcClient work(String cell) {
        return Sql.over(pool(works, cell));
    }

    /**
     * Runs in one transaction of the work login.
     *
     * @param cell name of the cell
     * @param work what is done with the cell's own tables
     * @param <T> what it gives back
     * @return what the work gave back
     */
    public <T> T inWork(String cell, Function<JdbcClient, T> work) {
        HikariDataSource pool = pool(works, cell);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        JdbcClient jdbc = Sql.over(pool);
        T result = transaction.execute(status -> work.apply(jdbc));
        return result;
    }

    /** A connection on which the tenant's role holds until the end of the transaction. */
    Connection enter(Placement placement) throws SQLException {
        HikariDataSource gate = pool(gates, placement.cell());
        Connection connection = gate.getConnection();
        try (var take =
                connection.prepareStatement(
                        "SELECT current_setting('role'), set_config('role', ?, true)")) {
            take.setString(1, placement.role().value());
            var row = take.executeQuery();
            row.next();
            if (!"none".equals(row.getString(1))) {
                throw new SQLException(
                        "A pooled connection still had the role " + row.getString(1));
            }
            return connection;
        } catch (SQLException | RuntimeException failure) {
            gate.evictConnection(connection);
            connection.close();
            throw failure;
        }
    }

    /** Gives the connection back; whatever was not committed is undone, and the role with it. */
    void leave(Connection connection) throws SQLException {
        connection.close();
    }

    private static HikariDataSource pool(Map<String, HikariDataSource> pools, String cell) {
        HikariDataSource pool = pools.get(cell);
        if (pool == null) {
            throw new IllegalArgumentException("No such cell: " + cell);
        }
        return pool;
    }

    @Override
    public void close() {
        gates.values().forEach(HikariDataSource::close);
        works.values().forEach(HikariDataSource::close);
    }
}
