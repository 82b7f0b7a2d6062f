package fr.cloisonne.invoicing.archive;

/** The first bytes by which an archive is known; its name says nothing. */
final class Mark {

    /** How many bytes are looked at. */
    static final int LENGTH = 4;

    private Mark() {}

    static boolean archive(byte[] start) {
        return zip(start) || gzip(start);
    }

    /** With entries, or without any. */
    static boolean zip(byte[] start) {
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
}
