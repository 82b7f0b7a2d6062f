package fr.cloisonne.invoicing.archive;

import fr.cloisonne.invoicing.archive.ArchiveItem.Held;
import fr.cloisonne.invoicing.archive.ArchiveItem.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * A zip or tar.gz, read from its start to its end in bounded memory. Nothing is ever written under
 * a name that an archive gives, and nothing in it is followed; an entry that cannot be taken is
 * named, and those after it are read all the same. Links, archives in archives, paths that lead
 * outside and locked entries are refused (ASVS 5.0.0, 5.2.3–5.2.5 and 5.3.3).
 */
public final class Archive {

    /** What one header may take of the stream: names and extra fields are a few kilobytes. */
    private static final long HEADER = 1024 * 1024;

    private static final int LONGEST_NAME = 500;

    private final Path file;
    private final ArchiveLimits limits;

    /**
     * An archive.
     *
     * @param file recognised as one by {@link #recognises}
     * @param limits how much it may hold
     */
    public Archive(Path file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Whether a file is an archive, by its first bytes and never by its name.
     *
     * @param file any file
     * @return true for zip and gzip
     * @throws IOException if the file cannot be read
     */
    public static boolean recognises(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] start = stream.readNBytes(4);
            return zip(start) || gzip(start);
        }
    }

    private static boolean zip(byte[] start) {
        return startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6);
    }

    private static boolean gzip(byte[] start) {
        return startsWith(start, 0x1f, 0x8b);
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || start[i] != (byte) mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads it.
     *
     * @param folder where the documents are put, under names of our own
     * @param each is given every document and every refusal, in the archive's order
     * @throws IOException if the file cannot be read or the folder not be written; a fault of the
     *     archive itself is a refusal
     */
    public void read(Path folder, Consumer<ArchiveItem> each) throws IOException {
        long size = Files.size(file);
        if (size > limits.packed()) {
            each.accept(new Refused("", "CLO-ARCHIVE-TOO-BIG", Long.toString(size)));
            return;
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                Walk walk = new Walk(raw, folder, each)) {
            walk.run();
        }
    }

    /** One reading. */
    private final class Walk implements AutoCloseable {

        private final InputStream raw;
        private final Path folder;
        private final Consumer<ArchiveItem> each;
        private final byte[] piece = new byte[64 * 1024];
        private long unpacked;
        private int entries;
        private int found;

        Walk(InputStream raw, Path folder, Consumer<ArchiveItem> each) {
            this.raw = raw;
            this.folder = folder;
            this.each = each;
        }

        void run() throws IOException {
            try {
                raw.mark(4);
                byte[] start = raw.readNBytes(4);
                raw.reset();
                if (zip(start)) {
                    MeteredStream metered = new MeteredStream(raw);
                    walk(zipped(metered), metered, ZipEnd.entries(file));
                } else {
                    MeteredStream metered = new MeteredStream(new GZIPInputStream(raw));
                    walk(new TarArchiveInputStream(metered), metered, OptionalInt.empty());
                }
            } catch (StagingException disk) {
                throw disk.cause;
            } catch (IOException | RuntimeException broken) {
                // The format's own words are for programmers.
                refuse("", "CLO-ARCHIVE-BROKEN", Integer.toString(entries));
            }
        }

        private ZipArchiveInputStream zipped(InputStream stream) {
            return new ZipArchiveInputStream(stream, StandardCharsets.UTF_8.name(), true, false);
        }

        private void walk(
                ArchiveInputStream<?> archive, MeteredStream metered, OptionalInt announced)
                throws IOException {
            metered.allow(HEADER);
            for (ArchiveEntry entry; (entry = archive.getNextEntry()) != null; ) {
                if (++entries > limits.entries()) {
                    refuse("", "CLO-ARCHIVE-TOO-MANY", Integer.toString(limits.entries()));
                    return;
                }
                metered.allow(Long.MAX_VALUE);
                if (!take(archive, entry)) {
                    refuse("", "CLO-ARCHIVE-TOO-BIG", Long.toString(limits.unpacked()));
                    return;
                }
                metered.allow(HEADER);
            }
            if (announced.isPresent() && announced.getAsInt() != entries) {
                refuse("", "CLO-ARCHIVE-BROKEN", Integer.toString(entries));
            } else if (found == 0) {
                refuse("", "CLO-ARCHIVE-EMPTY", "");
            }
        }

        /** Whether the whole archive is still within its limit. */
        private boolean take(ArchiveInputStream<?> archive, ArchiveEntry entry) throws IOException {
            String name = shown(entry.getName());
            if (entry.isDirectory() || besides(name)) {
                return drained(archive);
            }
            found++;
            Optional<String> fault = fault(archive, entry);
            if (fault.isPresent()) {
                refuse(name, fault.get(), "");
                // What is locked cannot be read over by its content; the format skips it.
                return fault.get().equals("CLO-ARCHIVE-LOCKED") || drained(archive);
            }
            return unpack(archive, name);
        }

        private boolean unpack(InputStream archive, String name) throws IOException {
            Path target = staged();
            long size = 0;
            byte[] start = new byte[4];
            try (OutputStream out = Files.newOutputStream(target)) {
                for (int n; (n = archive.read(piece)) >= 0; ) {
                    if (size < start.length) {
                        int first = (int) Math.min(n, start.length - size);
                        System.arraycopy(piece, 0, start, (int) size, first);
                    }
                    size += n;
                    unpacked += n;
                    if (unpacked > limits.unpacked()) {
                        break;
                    }
                    if (size <= limits.entry()) {
                        write(out, n);
                    }
                }
            } catch (IOException | RuntimeException broken) {
                Files.deleteIfExists(target);
                throw broken;
            }
            return given(target, name, size, Arrays.copyOf(start, (int) Math.min(size, 4)));
        }

        private boolean given(Path target, String name, long size, byte[] start)
                throws IOException {
            boolean within = unpacked <= limits.unpacked();
            boolean nested = zip(start) || gzip(start);
            if (within && !nested && size <= limits.entry()) {
                each.accept(new Held(name, target));
                return true;
            }
            Files.deleteIfExists(target);
            if (nested) {
                refuse(name, "CLO-ARCHIVE-NESTED", "");
            } else if (within) {
                refuse(name, "CLO-FILE-TOO-BIG", Long.toString(size));
            }
            return within;
        }

        private Path staged() throws StagingException {
            try {
                return Files.createTempFile(folder, "entry", null);
            } catch (IOException disk) {
                throw new StagingException(disk);
            }
        }

        private void write(OutputStream out, int length) throws StagingException {
            try {
                out.write(piece, 0, length);
            } catch (IOException disk) {
                throw new StagingException(disk);
            }
        }

        private boolean drained(InputStream archive) throws IOException {
            for (int n; (n = archive.read(piece)) >= 0; ) {
                unpacked += n;
                if (unpacked > limits.unpacked()) {
                    return false;
                }
            }
            return true;
        }

        private void refuse(String name, String rule, String detail) {
            each.accept(new Refused(name, rule, detail));
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }

    private static Optional<String> fault(ArchiveInputStream<?> archive, ArchiveEntry entry) {
        if (leadsOutside(entry.getName())) {
            return Optional.of("CLO-ARCHIVE-PATH");
        }
        if (entry instanceof TarArchiveEntry tar && !plain(tar)) {
            return Optional.of("CLO-ARCHIVE-LINK");
        }
        return archive.canReadEntryData(entry)
                ? Optional.empty()
                : Optional.of("CLO-ARCHIVE-LOCKED");
    }

    private static boolean plain(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isSymbolicLink()
                && !entry.isLink()
                && !entry.isSparse()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }

    private static boolean leadsOutside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || Arrays.asList(path.split("/", -1)).contains("..");
    }

    /** What systems put beside the documents. */
    private static boolean besides(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    /** Without what would move the cursor or turn the direction of a line. */
    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
    }

    /** The disk's fault, which is not the archive's. */
    private static final class StagingException extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException cause;

        StagingException(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
