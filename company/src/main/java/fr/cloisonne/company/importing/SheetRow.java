package fr.cloisonne.company.importing;

import java.util.List;

/**
 * A line of a table.
 *
 * @param number as the reader's spreadsheet or editor counts it
 * @param cells from the first column on
 */
record SheetRow(int number, List<SheetCell> cells) {

    static final int MOST_COLUMNS = 100;

    SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    boolean blank() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty());
    }
}
