package fr.cloisonne.tenancy.directory;

import fr.cloisonne.tenancy.value.DirectoryEntry;

/** What a directory says of a number. */
public sealed interface DirectoryAnswer {

    /**
     * It exists.
     *
     * @param entry what is known of it
     */
    record Found(DirectoryEntry entry) implements DirectoryAnswer {}

    /** It does not exist, or may not be shown. */
    record Unknown() implements DirectoryAnswer {}

    /** The directory does not answer, or none is set. */
    record Unavailable() implements DirectoryAnswer {}
}
