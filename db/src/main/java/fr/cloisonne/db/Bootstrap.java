package fr.cloisonne.db;

import fr.cloisonne.db.embedded.OwnServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** Runs the administrator's script on a server of our own: the only use of its superuser. */
final class Bootstrap {

    private static final String SCRIPT = "db/bootstrap.sql";

    private Bootstrap() {}

    /** Makes the database where it is missing, then the roles and what they may do in it. */
    static void run(OwnServer server, String database) throws IOException, SQLException {
        try (Connection connection = superuser(server, OwnServer.SUPERUSER)) {
            createDatabase(connection, database);
        }
        try (Connection connection = superuser(server, database)) {
            apply(connection, server);
        }
    }

    static Connection superuser(OwnServer server, String database)
            throws IOException, SQLException {
        return DriverManager.getConnection(
                server.url(database), OwnServer.SUPERUSER, server.secret(OwnServer.SUPERUSER));
    }

    private static void createDatabase(Connection connection, String name) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            find.setString(1, name);
            if (!find.executeQuery().next()) {
                try (var create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, true));
                }
            }
        }
    }

    private static void apply(Connection connection, OwnServer server)
            throws IOException, SQLException {
        Map<String, String> values =
                Map.of(
                        "instance", server.instance(),
                        "cell", Logins.MAIN,
                        "password_provision", server.secret("provision"),
                        "password_platform", server.secret("platform"),
                        "password_gate", server.secret("gate"),
                        "password_work", server.secret("work"));
        try (var set =
                connection.prepareStatement("SELECT set_config('cloisonne.' || ?, ?, false)")) {
            for (var value : values.entrySet()) {
                set.setString(1, value.getKey());
                set.setString(2, value.getValue());
                set.execute();
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(script());
        }
    }

    private static String script() throws IOException {
        try (var script = Bootstrap.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            return new String(
                    Objects.requireNonNull(script, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
