package fr.cloisonne.company.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lines of a text (CSV), whose separator is found in its first line. */
final class TextRows {

    private static final int LONGEST_CELL = 50_000;
    private static final int LONGEST_LINE = 200_000;
    private static final String SEPARATORS = ";\t,";

    private TextRows() {}

    static void read(Path file, Consumer<SheetRow> taker) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char separator;
        boolean saysSeparator;
        try (BufferedReader text = encoding.open(file)) {
            String first = firstLine(text);
            saysSeparator = first.matches("sep=.");
            separator = saysSeparator ? first.charAt(4) : separator(first);
        }
        try (BufferedReader text = encoding.open(file)) {
            int before = saysSeparator ? 1 : 0;
            if (saysSeparator) {
                text.readLine();
            }
            rows(text, separator, before, taker);
        }
    }

    private static void rows(
            BufferedReader text, char separator, int before, Consumer<SheetRow> taker)
            throws IOException {
        var handler =
                CsvRecordHandler.builder()
                        .maxFields(SheetRow.MOST_COLUMNS)
                        .maxFieldSize(LONGEST_CELL)
                        .maxRecordSize(LONGEST_LINE)
                        .build();
        int line = 1;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_LINE)
                        .build(handler, text)) {
            for (CsvRecord fields : records) {
                line = (int) fields.getStartingLineNumber() + before;
                taker.accept(
                        new SheetRow(
                                line, fields.getFields().stream().map(SheetCell::text).toList()));
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new ImportRefusedException(Reason.BROKEN, line + 1);
        }
    }

    /** What is no text has bytes of nothing in it, or no line end within reach. */
    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (c == 0 || line.length() > LONGEST_CELL) {
                throw new ImportRefusedException(Reason.NOT_A_TABLE);
            }
            if (c != '\r' && c != '\n') {
                line.append((char) c);
            } else if (!line.isEmpty()) {
                break;
            }
        }
        return line.toString();
    }

    private static char separator(String line) {
        String bare = line.replaceAll("\"[^\"]*\"", "");
        char best = ';';
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char one = SEPARATORS.charAt(i);
            if (count(bare, one) > count(bare, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String line, char sought) {
        return line.chars().filter(c -> c == sought).count();
    }
}
