package fr.cloisonne.company.importing;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** A table as somebody hands it in: a workbook or a text, told apart by its first bytes. */
final class SheetFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] WIDE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] WIDE_TURNED = {(byte) 0xFE, (byte) 0xFF};

    private SheetFile() {}

    /** Gives each line that is not blank, one by one; stops at whatever the taker throws. */
    static void read(Path file, Consumer<SheetRow> taker) {
        Consumer<SheetRow> filled =
                row -> {
                    if (!row.blank()) {
                        taker.accept(row);
                    }
                };
        try {
            byte[] first = first(file);
            if (begins(first, COMPOUND)) {
                throw new ImportRefusedException(Reason.OLD_OR_LOCKED);
            }
            if (begins(first, ZIP)) {
                WorkbookRows.read(file, filled);
            } else {
                requireText(first);
                TextRows.read(file, filled);
            }
        } catch (ZipException | EOFException broken) {
            throw new ImportRefusedException(Reason.BROKEN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return Arrays.mismatch(Arrays.copyOf(bytes, mark.length), mark) < 0;
    }

    /** A text has bytes of nothing in it only where each letter takes two. */
    private static void requireText(byte[] first) {
        if (first.length == 0) {
            throw new ImportRefusedException(Reason.EMPTY);
        }
        boolean wide = begins(first, WIDE) || begins(first, WIDE_TURNED);
        for (int i = 0; i < first.length && !wide; i++) {
            if (first[i] == 0) {
                throw new ImportRefusedException(Reason.NOT_A_TABLE);
            }
        }
    }

    private static byte[] first(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(1024);
        }
    }
}
