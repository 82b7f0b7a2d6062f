package fr.cloisonne.invoicing.staging;

import fr.cloisonne.db.DatabaseSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of this process alone, below the data folder, under a lock that ends with the process
 * however it ends: what a killed one left is recognised by its lock and swept by the next.
 */
@Component
class StagingFolder {

    private static final String LOCK = ".lock";

    private final Path own;
    private final FileChannel held;

    StagingFolder(DatabaseSettings settings) throws IOException {
        Path all = Files.createDirectories(settings.data().resolve("staging"));
        try (FileChannel door = open(all.resolve("door"));
                FileLock _ = onlyOne(door)) {
            sweep(all);
            own = Files.createTempDirectory(all, "node");
            held = open(own.resolveSibling(own.getFileName() + LOCK));
            var _ = held.lock();
        }
    }

    Path newFile() throws IOException {
        return Files.createTempFile(own, "file", null);
    }

    long free() throws IOException {
        return Files.getFileStore(own).getUsableSpace();
    }

    @PreDestroy
    void close() throws IOException {
        FileSystemUtils.deleteRecursively(own);
        held.close();
        Files.deleteIfExists(own.resolveSibling(own.getFileName() + LOCK));
    }

    /** Two products of one machine begin one after the other. */
    private static FileLock onlyOne(FileChannel door) throws IOException {
        while (true) {
            try {
                return door.lock();
            } catch (OverlappingFileLockException inThisProcess) {
                Thread.onSpinWait();
            }
        }
    }

    private static void sweep(Path all) throws IOException {
        for (Path lock : locks(all)) {
            if (ended(lock)) {
                String name = lock.getFileName().toString();
                FileSystemUtils.deleteRecursively(
                        all.resolve(name.substring(0, name.length() - LOCK.length())));
                Files.delete(lock);
            }
        }
    }

    private static List<Path> locks(Path all) throws IOException {
        try (Stream<Path> files = Files.list(all)) {
            return files.filter(file -> file.toString().endsWith(LOCK)).toList();
        }
    }

    private static boolean ended(Path lock) throws IOException {
        try (FileChannel channel = open(lock);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException alive) {
            return false;
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
