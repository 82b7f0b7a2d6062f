package fr.cloisonne.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The data folder of a demonstration that has just begun, made once in a build: each product of the
 * journeys starts on a copy, and so spares the making of the database and of its data.
 */
final class PreparedFolder {

    /** Where the build says that it lies; outside a build there is none. */
    private static final String PLACE = System.getProperty("tests.prepared", "");

    private PreparedFolder() {}

    /**
     * Fills an empty folder.
     *
     * @param making makes the demonstration in the folder that it is given, and lets go of it
     */
    static void into(Path folder, Consumer<Path> making) throws IOException {
        if (PLACE.isEmpty()) {
            return;
        }
        Path prepared = Path.of(PLACE);
        Files.createDirectories(prepared.getParent());
        // Of the JVMs of one build the first makes it, the others wait.
        try (var file =
                FileChannel.open(
                        Path.of(PLACE + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            FileLock lock = file.lock();
            if (!Files.exists(prepared)) {
                Path aside = Files.createTempDirectory(prepared.getParent(), "preparing");
                making.accept(aside);
                Files.move(aside, prepared, StandardCopyOption.ATOMIC_MOVE);
            }
            lock.release();
        }
        copy(prepared, folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.skip(1).forEach(one -> copyOne(one, to.resolve(from.relativize(one).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
