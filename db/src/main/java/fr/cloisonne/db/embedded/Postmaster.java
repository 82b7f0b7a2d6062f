package fr.cloisonne.db.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * PostgreSQL's programs at work on one cluster folder. They refuse to run as root: there they get a
 * user name space of their own ({@code unshare}), where root is nobody.
 */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresBinaries binaries;
    private final Path cluster;

    Postmaster(PostgresBinaries binaries, Path cluster) {
        this.binaries = binaries;
        this.cluster = cluster;
    }

    boolean initialised() {
        return Files.exists(cluster.resolve("PG_VERSION"));
    }

    /** Makes the cluster, with a superuser that has a password and no trusted local user. */
    void initialise(String superuser, String password) throws IOException {
        Path aside = cluster.resolveSibling(cluster.getFileName() + ".new");
        clear(aside);
        Path secret = Files.createTempFile(cluster.getParent(), "initdb", null);
        try {
            Files.writeString(secret, password + "\n");
            run(
                    command(
                            "initdb",
                            "--pgdata=" + aside,
                            "--username=" + superuser,
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions"));
        } finally {
            Files.delete(secret);
        }
        Files.move(aside, cluster);
    }

    /** Stops what a killed product left behind. The folder's lock is ours, so nobody else's. */
    void stopOrphan() throws IOException {
        if (Files.exists(cluster.resolve("postmaster.pid")) && orphan().isPresent()) {
            stop();
        }
    }

    private Optional<ProcessHandle> orphan() throws IOException {
        List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::ours);
    }

    /** The number may be another program's by now, even another PostgreSQL's. */
    private boolean ours(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(false);
    }

    /** Starts the server and waits until it takes connections. */
    Process start(int port, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(ownSession());
        command.addAll(command("postgres", "-D", cluster.toString(), "-p", "" + port));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(cluster.resolveSibling("postgresql.log").toFile())
                        .start();
        awaitReady(process);
        return process;
    }

    /** Ends open transactions and stops, with everything on disk. */
    void stop() throws IOException {
        run(command("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
    }

    private void awaitReady(Process process) throws IOException {
        Path status = cluster.resolve("postmaster.pid");
        Instant limit = Instant.now().plus(PATIENCE);
        while (!ready(status)) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                process.destroy();
                throw new IOException("PostgreSQL did not start: " + lastLine());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** The eighth line of postmaster.pid is the server's own word on its state. */
    private static boolean ready(Path status) throws IOException {
        if (!Files.exists(status)) {
            return false;
        }
        List<String> lines = Files.readAllLines(status);
        return lines.size() >= 8 && lines.get(7).strip().equals("ready");
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(cluster.resolveSibling("postgresql.log"));
        return lines.isEmpty() ? "no word" : lines.getLast();
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(asNobody());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> asNobody() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "--user")
                : List.of();
    }

    /** A session of its own: Ctrl-C is for the product, which then stops its server in order. */
    private static List<String> ownSession() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("setsid") : List.of();
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException(
                    command.getLast() + " failed (" + status + "): " + output.strip());
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
