package fr.cloisonne.company.importing;

/**
 * A cell of a table.
 *
 * @param text what it says
 * @param number whether the workbook keeps it as a number, so that leading zeros are gone
 */
record SheetCell(String text, boolean number) {

    static final SheetCell EMPTY = new SheetCell("", false);

    /** Longer than anything a column takes; what is beyond is cut, and the cell found too long. */
    static final int LONGEST = 1_000;

    static SheetCell text(String text) {
        return new SheetCell(text.substring(0, Math.min(LONGEST, text.length())).strip(), false);
    }
}
