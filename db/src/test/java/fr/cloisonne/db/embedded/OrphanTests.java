package fr.cloisonne.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product killed with its server still running: the next start takes over, nothing is lost. */
class OrphanTests {

    private static final String WORD = "server ";

    @TempDir private Path folder;

    @Test
    void aKilledProductsServerIsStoppedAndItsDataKept() throws Exception {
        Process killed = product();
        long orphan;
        try {
            orphan = serverOf(killed);
        } finally {
            killed.destroyForcibly().onExit().join();
        }
        assertThat(ProcessHandle.of(orphan))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
        try (EmbeddedServer next = EmbeddedServer.start(folder);
                var connection = connect(next);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT text FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("committed before the kill");
        }
        // Whoever adopted it may not have buried it yet: then it has a number but no program.
        assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().command())).isEmpty();
    }

    /** Waits for the product's word that its row is committed; it is its server's number. */
    private static long serverOf(Process product) throws IOException {
        try (var words =
                new BufferedReader(
                        new InputStreamReader(product.getInputStream(), StandardCharsets.UTF_8))) {
            return words.lines()
                    .filter(line -> line.startsWith(WORD))
                    .mapToLong(line -> Long.parseLong(line.substring(WORD.length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Process product() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        OrphanTests.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static Connection connect(EmbeddedServer server) throws SQLException, IOException {
        return DriverManager.getConnection(
                server.url("postgres"), OwnServer.SUPERUSER, server.secret(OwnServer.SUPERUSER));
    }

    /** The product that will be killed: commits a row, tells its server's process, and waits. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (text text)");
            statement.execute("INSERT INTO kept VALUES ('committed before the kill')");
        }
        Path status = Path.of(arguments[0], "postgresql", "postmaster.pid");
        System.out.println(WORD + Files.readAllLines(status).getFirst().strip());
        // Until it is killed.
        Thread.currentThread().join();
    }
}
