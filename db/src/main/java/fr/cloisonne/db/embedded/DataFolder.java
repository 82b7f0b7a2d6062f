package fr.cloisonne.db.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps everything of one instance: held by one living product at a time, known by
 * an instance id, marked with the format of what lies in it, its secrets readable by the owner
 * alone.
 */
final class DataFolder implements AutoCloseable {

    /** Raised when what is written can no longer be read by the release before. */
    static final int FORMAT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws DataFolderException if another product lives in it, or a newer version wrote it
     */
    static DataFolder take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new DataFolderException(
                    "The data folder %s is in use by another Cloisonné: stop it, or give this one another folder with --data."
                            .formatted(folder));
        }
        DataFolder taken = new DataFolder(folder, channel, lock);
        taken.checkFormat();
        return taken;
    }

    /** Whether a living product holds the folder; nothing is made where there is none. */
    static boolean lived(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private void checkFormat() throws IOException {
        Path mark = folder.resolve("format");
        if (Files.exists(mark) && Integer.parseInt(Files.readString(mark).strip()) > FORMAT) {
            close();
            throw new DataFolderException(
                    "The data folder %s was written by a newer Cloisonné: use that version, or another folder with --data."
                            .formatted(folder));
        }
        Files.writeString(mark, FORMAT + "\n");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** A short id of this instance, the same for ever: it stands in the names of the roles. */
    String instance() throws IOException {
        return kept("instance", 5, true);
    }

    /** A secret kept under this name, made at the first call. */
    String secret(String name) throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        return kept("secrets/" + name, 24, false);
    }

    private String kept(String name, int bytes, boolean plain) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Path aside = Files.createTempFile(folder, "new", null);
            Files.writeString(aside, random(bytes, plain) + "\n");
            Files.move(aside, file);
        }
        return Files.readString(file).strip();
    }

    private static String random(int bytes, boolean plain) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return plain
                ? HexFormat.of().formatHex(random)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
