package fr.cloisonne.invoicing.archive;

import fr.cloisonne.invoicing.archive.ArchiveItem.Held;
import fr.cloisonne.invoicing.archive.ArchiveItem.Refused;
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

/** One reading of an archive. */
final class ArchiveWalk {

    /** What one header may take of the stream: names and extra fields are a few kilobytes. */
    private static final long HEADER = 1024 * 1024;

    private final ArchiveLimits limits;
    private final Path folder;
    private final Consumer<ArchiveItem> each;
    private final byte[] piece = new byte[64 * 1024];
    private long unpacked;
    private int entries;
    private int found;

    ArchiveWalk(ArchiveLimits limits, Path folder, Consumer<ArchiveItem> each) {
        this.limits = limits;
        this.folder = folder;
        this.each = each;
    }

    /**
     * Goes through it.
     *
     * @param raw the file's bytes, from the first
     */
    void through(Path file, InputStream raw) {
        try {
            raw.mark(Mark.LENGTH);
            boolean zip = Mark.zip(raw.readNBytes(Mark.LENGTH));
            raw.reset();
            MeteredStream metered = new MeteredStream(zip ? raw : new GZIPInputStream(raw));
            walk(
                    zip ? zipped(metered) : new TarArchiveInputStream(metered),
                    metered,
                    zip ? ZipEnd.entries(file) : OptionalInt.empty());
        } catch (OutsideFault notTheArchives) {
            throw notTheArchives;
        } catch (IOException | RuntimeException broken) {
            // The format's own words are for programmers.
            refuse("", "CLO-ARCHIVE-BROKEN", Integer.toString(entries));
        }
    }

    private static ZipArchiveInputStream zipped(InputStream stream) {
        return new ZipArchiveInputStream(stream, StandardCharsets.UTF_8.name(), true, false);
    }

    private void walk(ArchiveInputStream<?> archive, MeteredStream metered, OptionalInt announced)
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
        String name = EntryName.shown(entry.getName());
        if (entry.isDirectory() || EntryName.besides(name)) {
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

    private static Optional<String> fault(ArchiveInputStream<?> archive, ArchiveEntry entry) {
        if (EntryName.leadsOutside(entry.getName())) {
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

    private boolean unpack(InputStream archive, String name) throws IOException {
        Path target = staged();
        long size = 0;
        byte[] start = new byte[Mark.LENGTH];
        try (OutputStream out = opened(target)) {
            for (int n; within() && (n = archive.read(piece)) >= 0; ) {
                if (size < start.length) {
                    int first = (int) Math.min(n, start.length - size);
                    System.arraycopy(piece, 0, start, (int) size, first);
                }
                size += n;
                unpacked += n;
                if (size <= limits.entry()) {
                    write(out, n);
                }
            }
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(target);
            throw broken;
        }
        boolean nested = Mark.archive(Arrays.copyOf(start, (int) Math.min(size, start.length)));
        if (within() && !nested && size <= limits.entry()) {
            give(new Held(name, target));
            return true;
        }
        Files.deleteIfExists(target);
        if (nested) {
            refuse(name, "CLO-ARCHIVE-NESTED", "");
        } else if (within()) {
            refuse(name, "CLO-FILE-TOO-BIG", Long.toString(size));
        }
        return within();
    }

    private boolean drained(InputStream archive) throws IOException {
        for (int n; within() && (n = archive.read(piece)) >= 0; ) {
            unpacked += n;
        }
        return within();
    }

    private boolean within() {
        return unpacked <= limits.unpacked();
    }

    private Path staged() {
        try {
            return Files.createTempFile(folder, "entry", null);
        } catch (IOException disk) {
            throw new OutsideFault(disk);
        }
    }

    private static OutputStream opened(Path target) {
        try {
            return Files.newOutputStream(target);
        } catch (IOException disk) {
            throw new OutsideFault(disk);
        }
    }

    private void write(OutputStream out, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException disk) {
            throw new OutsideFault(disk);
        }
    }

    private void refuse(String name, String rule, String detail) {
        give(new Refused(name, rule, detail));
    }

    private void give(ArchiveItem item) {
        try {
            each.accept(item);
        } catch (RuntimeException theirs) {
            throw new OutsideFault(theirs);
        }
    }
}
