package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Provision connections of a node that dies before its statement of a certain number: the back end
 * is killed there, and the node gets no other.
 */
public final class Cuts extends AbstractDataSource {

    private final TestDatabase database;
    private final int number;
    private final AtomicInteger executed = new AtomicInteger();

    /**
     * Cuts before one statement.
     *
     * @param database where
     * @param number 0 for the first statement
     */
    public Cuts(TestDatabase database, int number) {
        this.database = database;
        this.number = number;
    }

    /**
     * Whether it came so far.
     *
     * @return true once the node is dead
     */
    public boolean cut() {
        return executed.get() > number;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (cut()) {
            throw new SQLException("The node is dead");
        }
        Connection connection = database.as("provision");
        connection.setAutoCommit(false);
        int backEnd = backEnd(connection);
        return wrapped(
                Connection.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "createStatement" ->
                                    cut(Statement.class, connection.createStatement(), backEnd);
                            case "prepareStatement" ->
                                    cut(
                                            PreparedStatement.class,
                                            (PreparedStatement)
                                                    method.invoke(connection, arguments),
                                            backEnd);
                            default -> method.invoke(connection, arguments);
                        });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private <T extends Statement> T cut(Class<T> type, T statement, int backEnd) {
        return wrapped(
                type,
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            && executed.getAndIncrement() == number) {
                        kill(backEnd);
                    }
                    return method.invoke(statement, arguments);
                });
    }

    private static int backEnd(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void kill(int backEnd) {
        assertThat(
                        database.superuser()
                                .sql("SELECT pg_terminate_backend(?, 5000)")
                                .param(backEnd)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            try {
                                return handler.invoke(proxy, method, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }));
    }
}
