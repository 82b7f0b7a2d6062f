package fr.cloisonne.invoicing.archive;

import java.util.Arrays;

/** What an archive says that an entry is called: shown to people, and never a path on a disk. */
final class EntryName {

    private static final int LONGEST = 500;

    private EntryName() {}

    static boolean leadsOutside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || Arrays.asList(path.split("/", -1)).contains("..");
    }

    /** What systems put beside the documents. */
    static boolean besides(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    /** Without what would move the cursor or turn the direction of a line. */
    static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
