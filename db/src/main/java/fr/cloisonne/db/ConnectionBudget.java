package fr.cloisonne.db;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The connections that the pools of this node may open, against what each server gives: a server
 * that is too small is told at the start, not by a time-out under load.
 */
final class ConnectionBudget {

    private static final String FREE =
            """
            SELECT sum(CASE WHEN name = 'max_connections' THEN setting::int ELSE -setting::int END)
            FROM pg_settings
            WHERE name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections')
            """;

    private final Map<String, Integer> needed = new HashMap<>();
    private final Map<String, Login> asked = new HashMap<>();

    private ConnectionBudget(Logins logins) {
        // And the one that hears notices.
        add(logins.platform(), Pools.PLATFORM + 1);
        logins.gates().values().forEach(login -> add(login, Pools.GATE));
        logins.works().values().forEach(login -> add(login, Pools.WORK));
        logins.provisions().values().forEach(login -> add(login, Pools.PROVISION));
    }

    /**
     * Compares.
     *
     * @throws StartRefusedException if a server does not let this node in, or gives fewer
     *     connections than it may open
     */
    static void check(Logins logins) {
        ConnectionBudget budget = new ConnectionBudget(logins);
        for (var server : budget.asked.entrySet()) {
            compare(
                    server.getKey(),
                    budget.needed.getOrDefault(server.getKey(), 0),
                    given(server.getValue()));
        }
    }

    static void compare(String server, int needed, int given) {
        if (needed > given) {
            throw new StartRefusedException(
                    "The PostgreSQL server %s gives %d connections, this node may need %d: raise its max_connections (for each node that you run)."
                            .formatted(server, given, needed));
        }
    }

    private void add(Login login, int size) {
        String server = server(login.url());
        needed.merge(server, size, Integer::sum);
        asked.putIfAbsent(server, login);
    }

    /** Databases of one server share its connections. */
    static String server(String url) {
        return URI.create(url.substring("jdbc:".length())).getAuthority();
    }

    /** The first question that is asked to each server. */
    static int given(Login login) {
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(FREE)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException unreached) {
            throw new StartRefusedException(
                    "The PostgreSQL server does not let in %s: %s. Correct its address or password in the settings, or start it (docs/operations.md)."
                            .formatted(login, unreached.getMessage()),
                    unreached);
        }
    }
}
