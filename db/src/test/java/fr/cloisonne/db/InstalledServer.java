package fr.cloisonne.db;

import fr.cloisonne.db.embedded.OwnServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A throw-away server of the programs that the system's package installed, of any version. */
final class InstalledServer implements OwnServer {

    private final TestSecrets secrets = new TestSecrets();
    private final Path programs;
    private final Path cluster;
    private final int port;

    private InstalledServer(Path programs, Path cluster, int port) {
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
    }

    static InstalledServer start(String version, Path folder) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var server =
                new InstalledServer(
                        Path.of("/usr/lib/postgresql", version, "bin"),
                        folder.resolve("cluster"),
                        port);
        server.initialise(folder);
        server.run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                server.cluster.toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                        .formatted(port));
        return server;
    }

    private void initialise(Path folder) throws IOException {
        Files.createDirectories(folder);
        // Another user works in it: PostgreSQL does not run as root.
        for (Path open : List.of(folder.getParent(), folder)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path password = Files.writeString(folder.resolve("password"), secrets.of(SUPERUSER) + "\n");
        run(
                "initdb",
                "-D",
                cluster.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public String instance() {
        return "installed";
    }

    @Override
    public String secret(String name) {
        return secrets.of(name);
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "stop", "-m", "immediate", "-w", "-D", cluster.toString());
        run("rm", "-rf", cluster.toString());
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        Path own = programs.resolve(program);
        command.add(Files.isExecutable(own) ? own.toString() : program);
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(cluster.resolveSibling(program + ".out").toFile())
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command)
                            + ": "
                            + Files.readString(
                                    cluster.resolveSibling(program + ".out"),
                                    StandardCharsets.UTF_8));
        }
    }
}
