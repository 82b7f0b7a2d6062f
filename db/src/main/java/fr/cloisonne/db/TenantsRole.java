package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The role of a cell that every tenant's role is a member of: it holds what all of them may do in
 * the schema {@code cell}. A grant to each would rewrite the functions' access lists at every
 * making of a tenant, and two makings at once would refuse each other.
 */
final class TenantsRole {

    private final Logins logins;
    private final String cell;
    private final String name;

    TenantsRole(Logins logins, String cell) {
        this.logins = logins;
        this.cell = cell;
        this.name = logins.tenants(cell);
    }

    /** Makes it where it is missing and lets it call what a tenant may call; nodes take turns. */
    void prepare(Login provision) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                provision.url(), provision.user(), provision.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "SELECT pg_advisory_xact_lock(%d, hashtext('%s'))"
                            .formatted(LockNumber.TENANTS_ROLE.number(), cell));
            String role = statement.enquoteIdentifier(name, true);
            if (read(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'").isEmpty()) {
                statement.execute("CREATE ROLE %s NOLOGIN".formatted(role));
            }
            statement.execute(
                    "SET LOCAL ROLE " + statement.enquoteIdentifier(logins.owner(), true));
            if (!read(statement, "SELECT 1 WHERE NOT has_schema_privilege('%s', 'cell', 'USAGE')")
                    .isEmpty()) {
                statement.execute("GRANT USAGE ON SCHEMA cell TO " + role);
            }
            List<String> functions =
                    read(
                            statement,
                            "SELECT signature FROM cell.tenant_function WHERE NOT has_function_privilege('%s', signature, 'EXECUTE')");
            for (String function : functions) {
                statement.execute("GRANT EXECUTE ON FUNCTION %s TO %s".formatted(function, role));
            }
            connection.commit();
        }
    }

    private List<String> read(Statement statement, String aboutTheRole) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var rows = statement.executeQuery(aboutTheRole.replace("%s", name))) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
