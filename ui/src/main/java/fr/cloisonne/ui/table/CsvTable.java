package fr.cloisonne.ui.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a French spreadsheet opens it by a double click: byte order mark, semicolons, CRLF.
 * What a spreadsheet would take for a formula is told to be a text by an apostrophe.
 */
class CsvTable implements TableFile {

    private static final String FORMULA = "=+-@\t\r\0";

    private final Writer out;

    CsvTable(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    @Override
    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
