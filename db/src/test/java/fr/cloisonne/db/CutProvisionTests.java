package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The making of a schema, its back end killed after each statement in turn. */
@PostgresTest
class CutProvisionTests {

    private final ClientSchema schema;
    private final TestDatabase database;

    @Autowired
    CutProvisionTests(ClientSchema schema, TestDatabase database) {
        this.schema = schema;
        this.database = database;
    }

    @Test
    void whateverTheCutNothingOfItIsSeen() throws SQLException {
        int statement = 0;
        while (cutBefore(statement)) {
            statement++;
        }
        // The changelog's own, and those around it: all were cut once.
        assertThat(statement)
                .isGreaterThan(schema.statementsFor(new RoleName("t_aaaaaaaaaaaab")).size());
    }

    /** Makes a schema, cut before the statement of this number; tells whether there was one. */
    private boolean cutBefore(int number) throws SQLException {
        RoleName role = RoleName.random();
        AtomicInteger executed = new AtomicInteger();
        try (Provisioner provisioner = new Provisioner(Map.of("main", killing(number, executed)))) {
            provisioner.inCell(
                    "main",
                    connection -> {
                        schema.create(connection, new Placement("main", role));
                        return role;
                    });
            assertThat(left(role)).isEqualTo(2);
            return false;
        } catch (SQLException cut) {
            assertThat(cut.getSQLState()).as(cut.getMessage()).startsWith("57P01");
            assertThat(left(role)).isZero();
            return true;
        }
    }

    private int left(RoleName role) {
        return database.superuser()
                .sql(
                        "SELECT (SELECT count(*) FROM pg_roles WHERE rolname = :r) + (SELECT count(*) FROM pg_namespace WHERE nspname = :r)")
                .param("r", role.value())
                .query(Integer.class)
                .single();
    }

    private DataSource killing(int number, AtomicInteger executed) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = database.as("provision");
                connection.setAutoCommit(false);
                int backEnd = backEnd(connection);
                return wrapped(
                        Connection.class,
                        (proxy, method, arguments) ->
                                "createStatement".equals(method.getName())
                                        ? statement(connection, backEnd)
                                        : method.invoke(connection, arguments));
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }

            private Statement statement(Connection connection, int backEnd) throws SQLException {
                Statement statement = connection.createStatement();
                return wrapped(
                        Statement.class,
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("execute")
                                    && executed.getAndIncrement() == number) {
                                kill(backEnd);
                            }
                            return method.invoke(statement, arguments);
                        });
            }
        };
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
