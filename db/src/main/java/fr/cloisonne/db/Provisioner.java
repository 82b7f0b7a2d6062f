package fr.cloisonne.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The only way to make or unmake a tenant: one transaction on the provision login of a cell. Never
 * used in a web request's own transaction.
 */
public final class Provisioner implements AutoCloseable {

    private final Map<String, ? extends DataSource> pools;

    Provisioner(Map<String, ? extends DataSource> pools) {
        this.pools = pools;
    }

    /**
     * Runs the work in one transaction of this cell: all of it, or nothing.
     *
     * @param cell name of the cell
     * @param work the work
     * @param <T> what it gives back
     * @return what the work gave back
     * @throws SQLException if the work or the commit failed; nothing was done then
     */
    public <T> T inCell(String cell, ProvisionWork<T> work) throws SQLException {
        DataSource pool = pools.get(cell);
        if (pool == null) {
            throw new IllegalArgumentException("No such cell: " + cell);
        }
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                undo(connection, failure);
                throw failure;
            }
        }
    }

    /** A connection that was lost has undone it all by itself: the first failure is the word. */
    private static void undo(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            failure.addSuppressed(lost);
        }
    }

    @Override
    public void close() {
        pools.values().stream()
                .filter(HikariDataSource.class::isInstance)
                .map(HikariDataSource.class::cast)
                .forEach(HikariDataSource::close);
    }
}
