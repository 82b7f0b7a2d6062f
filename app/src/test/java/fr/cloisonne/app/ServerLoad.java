package fr.cloisonne.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much processor time a server has taken so far.
 *
 * @param server its own process
 * @param database the processes of its database, where that is not in the server's
 */
record ServerLoad(Duration server, Duration database) {

    /** A server whose database lies in the same process. */
    static ServerLoad whole(ProcessHandle server) {
        return new ServerLoad(withChildren(server), Duration.ZERO);
    }

    /** A product with its embedded database, which is no child of it. */
    static ServerLoad ofProduct(ProcessHandle product, ProcessHandle database) {
        return new ServerLoad(alone(product), withChildren(database));
    }

    /** The embedded database of a data folder. */
    static ProcessHandle databaseOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
                    .orElseThrow();
        }
    }

    ServerLoad since(ServerLoad before) {
        return new ServerLoad(server.minus(before.server), database.minus(before.database));
    }

    private static Duration withChildren(ProcessHandle process) {
        return process.descendants().map(ServerLoad::alone).reduce(alone(process), Duration::plus);
    }

    private static Duration alone(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
