package fr.cloisonne.invoicing.archive;

import java.nio.file.Path;

/** One thing found in an archive. */
public sealed interface ArchiveItem {

    /**
     * Its path inside the archive, as far as it can be shown.
     *
     * @return empty for the archive itself
     */
    String name();

    /**
     * A document.
     *
     * @param name its path inside the archive
     * @param file its bytes, in a file that now belongs to whoever was given it
     */
    record Held(String name, Path file) implements ArchiveItem {}

    /**
     * What cannot be taken, and why.
     *
     * @param name its path inside the archive; empty where the archive itself, or the rest of it,
     *     is meant
     * @param rule id of the rule that refuses
     * @param detail what was found
     */
    record Refused(String name, String rule, String detail) implements ArchiveItem {}
}
