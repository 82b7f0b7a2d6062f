package fr.cloisonne.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, started by the very command of its people. */
final class StartedProduct implements AutoCloseable {

    /** What the last one said. */
    static final Path LOG = Path.of("target", "bench-product.log");

    private static final int STARTS_WITHIN_SECONDS = 300;

    private final Process process;
    private final ProcessHandle database;

    private StartedProduct(Process process, ProcessHandle database) {
        this.process = process;
        this.database = database;
    }

    static StartedProduct start(Path data, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        var command =
                new ProcessBuilder(
                        Path.of("..", "cloisonne").toRealPath().toString(),
                        "start",
                        "--demo",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString());
        // What is said to the JVM of the tests is not said to this one.
        command.environment().remove("JDK_JAVA_OPTIONS");
        command.environment().putAll(settings);
        command.redirectErrorStream(true).redirectOutput(LOG.toFile());
        Process process = command.start();
        for (int seconds = 0; !answers(port); seconds++) {
            if (process.waitFor(1, TimeUnit.SECONDS) || seconds > STARTS_WITHIN_SECONDS) {
                process.destroy();
                throw new IOException("The product does not start: see app/" + LOG);
            }
        }
        return new StartedProduct(process, ServerLoad.databaseOf(data));
    }

    private static boolean answers(int port) throws InterruptedException {
        var ready = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Lets it be for a while; it must not end by itself. */
    void rests(Duration time) throws IOException, InterruptedException {
        if (process.waitFor(time)) {
            throw new IOException("The product has ended by itself: see app/" + LOG);
        }
    }

    long pid() {
        return process.pid();
    }

    ServerLoad load() {
        return ServerLoad.ofProduct(process.toHandle(), database);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
