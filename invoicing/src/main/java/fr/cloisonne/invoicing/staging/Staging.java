package fr.cloisonne.invoicing.staging;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes files that people send to this node's disk: what one person, and all people of one firm,
 * have waiting there stays below a quota, and the disk is never filled.
 */
@Component
@EnableConfigurationProperties(StagingSettings.class)
public class Staging {

    private static final int PIECE = 64 * 1024;

    private final StagingSettings settings;
    private final StagingFolder folder;
    private final Quota quota = new Quota();

    Staging(StagingSettings settings, StagingFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Takes a file, whatever length its sender announced. Where there is no room it waits for some,
     * and the sender with it.
     *
     * @param person whose it is
     * @param firm the firm for which it is sent, if for one
     * @param longest most bytes that it may have
     * @param from its bytes
     * @return the file, to be closed; nothing if it is longer
     * @throws NoRoomException if there is no room for it
     * @throws IOException if it could not be read or written
     */
    public Optional<StagedFile> take(
            UserAccountId person, @Nullable FirmId firm, long longest, InputStream from)
            throws IOException {
        Map<Object, Long> owners = owners(person, firm);
        Path file = folder.newFile();
        Room room = new Room(owners);
        boolean whole = false;
        try {
            long length = copy(from, file, longest, room);
            whole = length <= longest;
            return whole
                    ? Optional.of(new StagedFile(file, length, room::giveBack))
                    : Optional.empty();
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
                room.giveBack();
            }
        }
    }

    /**
     * Lets a file be written that will be sent: whoever reads it slowly keeps nothing but the file.
     *
     * @param person for whom
     * @param firm of which firm
     * @param writer writes it
     * @return the file, to be closed
     * @throws NoRoomException if there is no room for it
     * @throws IOException if it could not be written
     */
    public StagedFile write(UserAccountId person, FirmId firm, Writer writer) throws IOException {
        Path file = folder.newFile();
        Room room = new Room(owners(person, firm));
        boolean whole = false;
        try {
            try (OutputStream out = new RoomedStream(Files.newOutputStream(file), room)) {
                writer.writeTo(out);
            }
            whole = true;
            return new StagedFile(file, Files.size(file), room::giveBack);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
                room.giveBack();
            }
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Writes it.
         *
         * @param out to there, as fast as it can
         * @throws IOException if it could not be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private Map<Object, Long> owners(UserAccountId person, @Nullable FirmId firm) {
        long ofPerson = settings.person().toBytes();
        return firm == null
                ? Map.of(person, ofPerson)
                : Map.of(person, ofPerson, firm, settings.firm().toBytes());
    }

    private static long copy(InputStream from, Path to, long longest, Room room)
            throws IOException {
        long length = 0;
        try (from;
                OutputStream out = Files.newOutputStream(to)) {
            room.take();
            for (byte[] piece = from.readNBytes(PIECE);
                    piece.length > 0;
                    piece = from.readNBytes(PIECE)) {
                length += piece.length;
                if (length > longest) {
                    break;
                }
                out.write(piece);
                room.take();
            }
        }
        return length;
    }

    /** Takes room for each piece before it is written. */
    private static final class RoomedStream extends FilterOutputStream {

        private final Room room;
        private long left;

        RoomedStream(OutputStream file, Room room) {
            super(new BufferedOutputStream(file, PIECE));
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            take(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws IOException {
            for (left -= length; left < 0; left += PIECE) {
                room.take();
            }
        }
    }

    /**
     * What one file has taken; an empty file takes a piece too, so that their number is bounded.
     */
    private final class Room {

        private final Map<Object, Long> owners;
        private long bytes;

        Room(Map<Object, Long> owners) {
            this.owners = owners;
        }

        void take() throws IOException {
            if (folder.free() < settings.free().toBytes()) {
                throw new NoRoomException("the disk is nearly full");
            }
            if (!waited(settings.patience())) {
                throw new NoRoomException("too much waits already");
            }
            bytes += PIECE;
        }

        private boolean waited(Duration patience) throws IOException {
            try {
                return quota.take(owners, PIECE, patience);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException().initCause(stopped);
            }
        }

        void giveBack() {
            quota.give(owners.keySet(), bytes);
        }
    }
}
