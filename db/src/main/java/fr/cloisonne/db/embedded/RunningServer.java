package fr.cloisonne.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The embedded server of another process of ours: known by its folder, never started nor stopped
 * from here.
 */
final class RunningServer implements OwnServer {

    private final Path folder;
    private final int port;

    private RunningServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The fourth line of postmaster.pid is the port. */
    static RunningServer in(Path folder) throws IOException {
        List<String> lines =
                Files.readAllLines(folder.resolve("postgresql").resolve("postmaster.pid"));
        if (lines.size() < 4) {
            throw new IOException("PostgreSQL in " + folder + " is not ready yet: try again.");
        }
        return new RunningServer(folder, Integer.parseInt(lines.get(3).strip()));
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public String instance() throws IOException {
        return Files.readString(folder.resolve("instance")).strip();
    }

    @Override
    public String secret(String name) throws IOException {
        return Files.readString(folder.resolve("secrets").resolve(name)).strip();
    }

    @Override
    public void close() {
        // It is another's.
    }
}
