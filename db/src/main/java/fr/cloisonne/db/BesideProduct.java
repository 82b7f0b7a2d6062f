package fr.cloisonne.db;

import fr.cloisonne.db.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** How a second process finds the embedded database of a product that is running. */
public final class BesideProduct {

    private BesideProduct() {}

    /**
     * The settings that lead there.
     *
     * @param data the product's data folder
     * @return none if no product runs in that folder
     * @throws IOException if the folder cannot be read
     */
    public static Map<String, String> settings(Path data) throws IOException {
        var server = EmbeddedServer.running(data);
        if (server.isEmpty()) {
            return Map.of();
        }
        Logins logins = Logins.of(server.get(), Ground.DATABASE);
        return Map.of(
                "cloisonne.platform.url", logins.platform().url(),
                "cloisonne.platform.instance", logins.instance(),
                "cloisonne.platform.password", logins.platform().password(),
                "cloisonne.platform.provision-password", logins.platformProvision().password(),
                "cloisonne.cells.main.gate-password", logins.gate(Logins.MAIN).password(),
                "cloisonne.cells.main.work-password", logins.work(Logins.MAIN).password());
    }
}
