package fr.cloisonne.invoicing.archive;

/**
 * How much an archive may hold; sizes in bytes.
 *
 * @param packed of the archive itself
 * @param unpacked of all its entries together
 * @param entries how many, folders included
 * @param entry of one entry
 */
public record ArchiveLimits(long packed, long unpacked, int entries, long entry) {

    private static final long MEGABYTE = 1024 * 1024;

    /** What holds unless a caller says otherwise. */
    public static final ArchiveLimits USUAL =
            new ArchiveLimits(500 * MEGABYTE, 2048 * MEGABYTE, 10_000, 30 * MEGABYTE);
}
