package fr.cloisonne.company.importing;

import java.util.List;

/** A file that cannot be read as a list of companies; nothing of it is kept. */
public class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nothing in it, or headings alone. */
        EMPTY,
        /** Neither a workbook nor a text. */
        NOT_A_TABLE,
        /** A workbook of before 2007, or one under a password. */
        OLD_OR_LOCKED,
        /** Damaged, from some line on. */
        BROKEN,
        /** What no spreadsheet writes: a bomb, entities, endless columns. */
        HOSTILE,
        /** More lines than may be imported at once. */
        TOO_MANY_LINES,
        /** Columns without which nothing can be done are not there. */
        COLUMNS_MISSING,
        /** A column is there twice. */
        COLUMN_TWICE
    }

    private final Reason reason;
    private final int number;
    private final ImportColumn[] columns;

    ImportRefusedException(Reason reason) {
        this(reason, 0, List.of());
    }

    ImportRefusedException(Reason reason, int number) {
        this(reason, number, List.of());
    }

    ImportRefusedException(Reason reason, List<ImportColumn> columns) {
        this(reason, 0, columns);
    }

    private ImportRefusedException(Reason reason, int number, List<ImportColumn> columns) {
        super(reason + " " + number + " " + columns);
        this.reason = reason;
        this.number = number;
        this.columns = columns.toArray(ImportColumn[]::new);
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * The line where it broke, or how many there may be.
     *
     * @return 0 where it means nothing
     */
    public int number() {
        return number;
    }

    /**
     * The columns that are missing, or there twice.
     *
     * @return perhaps none
     */
    public List<ImportColumn> columns() {
        return List.of(columns);
    }
}
