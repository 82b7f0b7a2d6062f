package fr.cloisonne.ui.table;

import java.io.IOException;
import java.io.OutputStream;

/** The forms in which a table can be taken away. */
public enum TableFormat {
    /** For any spreadsheet: semicolons, UTF-8 with its mark, as French spreadsheets open it. */
    CSV("csv", "text/csv; charset=utf-8"),
    /** A workbook. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String contentType;

    TableFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** How a file's name ends. */
    public String extension() {
        return extension;
    }

    /** What its bytes are. */
    public String contentType() {
        return contentType;
    }

    /** Begins a table. */
    public TableFile begin(OutputStream out, String title) throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(out);
            case XLSX -> new Workbook(out, title);
        };
    }
}
