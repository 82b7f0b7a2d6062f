package fr.cloisonne.db.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL server that comes along: its data in the data folder and never cleaned, on
 * loopback alone, every local user by password. Its superuser is used for the bootstrap script
 * only.
 */
public final class EmbeddedServer implements OwnServer {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "",
                    "password_encryption", "scram-sha-256",
                    "wal_level", "logical",
                    "max_replication_slots", "10",
                    "max_locks_per_transaction", "256",
                    "jit", "off",
                    "recovery_init_sync_method", "syncfs",
                    "shared_buffers", "64MB",
                    "timezone", "UTC");

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** For databases that a test throws away, never for the product's own. */
    private static final Map<String, String> THROW_AWAY =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final DataFolder folder;
    private final Postmaster postmaster;
    private final int port;

    private EmbeddedServer(DataFolder folder, Postmaster postmaster, int port) {
        this.folder = folder;
        this.postmaster = postmaster;
        this.port = port;
    }

    /**
     * Starts the server of this data folder; makes it at the first start.
     *
     * @param data the data folder
     * @return the running server
     * @throws DataFolderException if the folder is in use, or written by a newer version
     * @throws IOException if PostgreSQL cannot be unpacked or started
     */
    public static EmbeddedServer start(Path data) throws IOException {
        return start(data, data.resolve("program"), DURABLE);
    }

    /**
     * Starts a server for tests, which may lose its data.
     *
     * @param data a folder to throw away
     * @param programs where the unpacked programs are kept between runs
     * @return the running server
     * @throws IOException if PostgreSQL cannot be unpacked or started
     */
    public static EmbeddedServer startThrowAway(Path data, Path programs) throws IOException {
        return start(data, programs, THROW_AWAY);
    }

    /**
     * The server of a product that lives in this data folder.
     *
     * @param data the data folder
     * @return nothing if no product runs there
     * @throws IOException if the folder cannot be read
     */
    public static Optional<OwnServer> running(Path data) throws IOException {
        return DataFolder.lived(data.toAbsolutePath())
                ? Optional.of(RunningServer.in(data.toAbsolutePath()))
                : Optional.empty();
    }

    private static EmbeddedServer start(Path data, Path programs, Map<String, String> durability)
            throws IOException {
        DataFolder folder = DataFolder.take(data.toAbsolutePath());
        var binaries = PostgresBinaries.unpackedIn(programs.toAbsolutePath());
        var postmaster = new Postmaster(binaries, folder.path("postgresql"));
        if (!postmaster.initialised()) {
            postmaster.initialise(SUPERUSER, folder.secret(SUPERUSER));
        }
        postmaster.stopOrphan();
        int port = freePort();
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.putAll(durability);
        settings.put("cluster_name", "cloisonne_" + folder.instance());
        postmaster.start(port, settings);
        return new EmbeddedServer(folder, postmaster, port);
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public String instance() throws IOException {
        return folder.instance();
    }

    @Override
    public String secret(String name) throws IOException {
        return folder.secret(name);
    }

    @Override
    public void close() throws IOException {
        try {
            postmaster.stop();
        } finally {
            folder.close();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
