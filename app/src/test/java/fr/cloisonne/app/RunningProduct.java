package fr.cloisonne.app;

import fr.cloisonne.Application;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** The product as a newcomer starts it, with demonstration data, in a folder to throw away. */
final class RunningProduct implements AutoCloseable {

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningProduct(Path folder, ConfigurableApplicationContext context, int port) {
        this.folder = folder;
        this.context = context;
        this.port = port;
    }

    static RunningProduct start() throws IOException {
        return start("--cloisonne.demonstration=true");
    }

    static RunningProduct start(String... settings) throws IOException {
        Path folder = Files.createTempDirectory("cloisonne-journey");
        PreparedFolder.into(folder, RunningProduct::demonstration);
        return startIn(folder, settings);
    }

    private static void demonstration(Path folder) {
        startIn(folder, "--cloisonne.demonstration=true").stops();
    }

    private static RunningProduct startIn(Path folder, String... settings) {
        int port = freePort();
        var context =
                SpringApplication.run(
                        Application.class,
                        Stream.concat(
                                        Stream.of(
                                                "--server.port=" + port,
                                                "--cloisonne.data=" + folder,
                                                "--cloisonne.base-url=http://localhost:" + port),
                                        Stream.of(settings))
                                .toArray(String[]::new));
        return new RunningProduct(folder, context, port);
    }

    /** So much time has passed that nobody has shown lately who they are. */
    void forgetsProofs() {
        writes("UPDATE platform.signed_in SET proof_at = proof_at - interval '1 hour'");
    }

    /** What no page would do in the time of a test. */
    void writes(String statement) {
        var platform = context.getBean("platformJdbc", JdbcClient.class);
        new TransactionTemplate(
                        context.getBean(
                                "platformTransactionManager", PlatformTransactionManager.class))
                .executeWithoutResult(status -> platform.sql(statement).update());
    }

    /** The identity provider that runs beside. */
    String provider(String path) {
        return "http://127.0.0.1:" + (port + 1) + "/api/v2" + path;
    }

    int port() {
        return port;
    }

    /** It stops, and its folder stays until it is closed. */
    void stops() {
        context.close();
    }

    Path folder() {
        return folder;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static int freePort() {
        // The identity provider of the demonstration takes the next one.
        for (int tries = 0; tries < 100; tries++) {
            try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var next =
                            new ServerSocket(
                                    first.getLocalPort() + 1,
                                    1,
                                    InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException busy) {
                // Another pair.
            }
        }
        throw new IllegalStateException("No two ports beside each other are free");
    }
}
