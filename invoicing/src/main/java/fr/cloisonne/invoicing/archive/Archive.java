package fr.cloisonne.invoicing.archive;

import fr.cloisonne.invoicing.archive.ArchiveItem.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A zip or tar.gz, read from its start to its end in bounded memory. Nothing is ever written under
 * a name that an archive gives, and nothing in it is followed; an entry that cannot be taken is
 * named, and those after it are read all the same. Links, archives in archives, paths that lead
 * outside and locked entries are refused (ASVS 5.0.0, 5.2.3–5.2.5 and 5.3.3).
 */
public final class Archive {

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
            return Mark.archive(stream.readNBytes(Mark.LENGTH));
        }
    }

    /**
     * Reads it.
     *
     * @param folder where the documents are put, under names of our own
     * @param each is given every document and every refusal, in the archive's order; what it throws
     *     ends the reading and is thrown
     * @throws IOException if the file cannot be read or the folder not be written; a fault of the
     *     archive itself is a refusal
     */
    public void read(Path folder, Consumer<ArchiveItem> each) throws IOException {
        long size = Files.size(file);
        if (size > limits.packed()) {
            each.accept(new Refused("", "CLO-ARCHIVE-TOO-BIG", Long.toString(size)));
            return;
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            new ArchiveWalk(limits, folder, each).through(file, raw);
        } catch (OutsideFault notTheArchives) {
            throw notTheArchives.unwrapped();
        }
    }
}
