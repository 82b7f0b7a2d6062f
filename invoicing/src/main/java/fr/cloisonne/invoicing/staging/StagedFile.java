package fr.cloisonne.invoicing.staging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole file on this node's disk; to close it deletes it and gives its room back. */
public final class StagedFile implements AutoCloseable {

    private final Path content;
    private final long size;
    private final Runnable room;

    StagedFile(Path content, long size, Runnable room) {
        this.content = content;
        this.size = size;
        this.room = room;
    }

    /**
     * Where it lies.
     *
     * @return its path
     */
    public Path content() {
        return content;
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public long size() {
        return size;
    }

    /**
     * Sends it.
     *
     * @param to where to
     * @throws IOException if the reader is gone
     */
    public void sendTo(OutputStream to) throws IOException {
        Files.copy(content, to);
    }

    @Override
    public void close() {
        try {
            if (Files.deleteIfExists(content)) {
                room.run();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
