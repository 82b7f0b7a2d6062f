package fr.cloisonne.db;

import fr.cloisonne.db.DatabaseSettings.Cell;
import fr.cloisonne.db.DatabaseSettings.Platform;
import fr.cloisonne.db.embedded.OwnServer;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The logins of this instance: what decisions call gate, work, platform and provision.
 *
 * @param instance name of the instance, in every role's name
 * @param platform login of the platform's work
 * @param gates by cell: may do nothing but take a tenant's role
 * @param works by cell: outbox, ledger, projection
 * @param provisions by cell: makes and upgrades
 */
record Logins(
        String instance,
        Login platform,
        Map<String, Login> gates,
        Map<String, Login> works,
        Map<String, Login> provisions) {

    static final String MAIN = "main";

    /** The roles of a server of our own, made by the bootstrap script. */
    static Logins of(OwnServer server, String database) throws IOException {
        String url = server.url(database);
        return of(
                new Platform(
                        url,
                        server.instance(),
                        server.secret("platform"),
                        server.secret("provision")),
                Map.of(MAIN, new Cell(url, server.secret("gate"), server.secret("work"))));
    }

    static Logins of(Platform platform, Map<String, Cell> cells) {
        String prefix = "cloisonne_" + platform.instance() + "_";
        Map<String, Login> gates = new TreeMap<>();
        Map<String, Login> works = new TreeMap<>();
        Map<String, Login> provisions = new TreeMap<>();
        cells.forEach((name, cell) -> {
            String url = Objects.requireNonNullElse(cell.url(), platform.url());
            gates.put(name, new Login(url, prefix + "gate_" + name, cell.gatePassword()));
            works.put(name, new Login(url, prefix + "work_" + name, cell.workPassword()));
            provisions.put(
                    name, new Login(url, prefix + "provision", platform.provisionPassword()));
        });
        Login own = new Login(platform.url(), prefix + "platform", platform.password());
        return new Logins(platform.instance(), own, gates, works, provisions);
    }

    Login gate(String cell) {
        return Objects.requireNonNull(gates.get(cell), cell);
    }

    Login work(String cell) {
        return Objects.requireNonNull(works.get(cell), cell);
    }

    /** The role that every tenant of the cell is a member of. */
    String tenants(String cell) {
        return "cloisonne_" + instance + "_tenants_" + cell;
    }

    Login platformProvision() {
        Login any = provisions.values().iterator().next();
        return new Login(platform.url(), any.user(), any.password());
    }

    String owner() {
        return "cloisonne_" + instance + "_owner";
    }
}
