package fr.cloisonne.tenancy.directory;

/** What a directory says of a number. */
public sealed interface DirectoryAnswer {

    /**
     * It exists.
     *
     * @param name the legal name
     * @param active whether it is in business
     */
    record Found(String name, boolean active) implements DirectoryAnswer {}

    /** It does not exist, or may not be shown. */
    record Unknown() implements DirectoryAnswer {}

    /** The directory does not answer, or none is set. */
    record Unavailable() implements DirectoryAnswer {}
}
