package fr.cloisonne.db;

import fr.cloisonne.db.embedded.OwnServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A database for one test class, on the one server of this JVM. The first is migrated and kept as
 * the template of the others.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "template_cloisonne";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /**
     * A database that nobody else uses.
     *
     * @return migrated and empty
     */
    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = Bootstrap.superuser(Holder.SERVER, "postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
            Bootstrap.run(Holder.SERVER, name);
            return new TestDatabase(name);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * The settings that lead a context to it.
     *
     * @return by name
     */
    public Map<String, String> settings() {
        try {
            Logins logins = logins();
            Map<String, String> settings = new HashMap<>();
            settings.put("cloisonne.data", Holder.FOLDER.resolve("product").toString());
            settings.put("cloisonne.outbox.scheduled", "false");
            settings.put("cloisonne.schemas.scheduled", "false");
            settings.put("cloisonne.platform.url", logins.platform().url());
            settings.put("cloisonne.platform.instance", logins.instance());
            settings.put("cloisonne.platform.password", logins.platform().password());
            settings.put(
                    "cloisonne.platform.provision-password", logins.platformProvision().password());
            settings.put("cloisonne.cells.main.gate-password", logins.gate("main").password());
            settings.put("cloisonne.cells.main.work-password", logins.work("main").password());
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Logins logins() throws IOException {
        return Logins.of(Holder.SERVER, name);
    }

    /** Provision connections apart from the context's: those of another node. */
    Provisioner provisioner() {
        try {
            return new Provisioner(
                    Pools.of(logins().provisions(), Pools.PROVISION, Limits.PROVISION));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The server's superuser in this database, for what a test asserts; the product has none.
     *
     * @return in autocommit
     */
    public JdbcClient superuser() {
        try {
            return JdbcClient.create(
                    new DriverManagerDataSource(
                            Holder.SERVER.url(name),
                            OwnServer.SUPERUSER,
                            Holder.SERVER.secret(OwnServer.SUPERUSER)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Connects as one of the instance's logins.
     *
     * @param login {@code platform}, {@code gate}, {@code work} or {@code provision}
     * @return a connection in autocommit
     * @throws SQLException if the server refuses
     */
    public Connection as(String login) throws SQLException {
        try {
            Logins logins = logins();
            Login chosen =
                    switch (login) {
                        case "platform" -> logins.platform();
                        case "gate" -> logins.gate("main");
                        case "work" -> logins.work("main");
                        case "provision" -> logins.platformProvision();
                        default -> throw new IllegalArgumentException(login);
                    };
            return new DriverManagerDataSource(chosen.url(), chosen.user(), chosen.password())
                    .getConnection();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Started at the first use, stopped with the JVM. */
    private static final class Holder {

        static final Path FOLDER = folder();
        static final OwnServer SERVER = server();

        private static Path folder() {
            try {
                return Files.createTempDirectory("cloisonne-test");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static OwnServer server() {
            try {
                OwnServer server = TestServers.start(FOLDER);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                Bootstrap.run(server, TEMPLATE);
                new Migration(Logins.of(server, TEMPLATE), ClientChangelog.read()).run();
                return server;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static void stop(OwnServer server) {
            try {
                server.close();
                FileSystemUtils.deleteRecursively(FOLDER);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
