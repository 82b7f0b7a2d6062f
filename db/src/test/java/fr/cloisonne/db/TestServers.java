package fr.cloisonne.db;

import fr.cloisonne.db.embedded.EmbeddedServer;
import fr.cloisonne.db.embedded.OwnServer;
import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/**
 * Where tests find PostgreSQL: the machine's own programs of the version that {@code
 * -Dtests.postgres} names, otherwise a container where a Docker engine answers, otherwise the
 * embedded server.
 */
final class TestServers {

    private TestServers() {}

    static OwnServer start(Path folder) throws IOException {
        String version = System.getProperty("tests.postgres", "");
        if (!version.isBlank()) {
            return InstalledServer.start(version, folder.resolve("installed"));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return ContainerServer.start();
        }
        Path programs = Path.of(System.getProperty("java.io.tmpdir"), "cloisonne-program");
        return EmbeddedServer.startThrowAway(folder.resolve("server"), programs);
    }
}
