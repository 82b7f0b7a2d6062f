package fr.cloisonne.ui.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A table as the one sheet of a workbook, every cell a text: none is ever a formula. */
class Workbook implements TableFile {

    private static final int FLUSHED = 500;

    private final org.dhatim.fastexcel.Workbook book;
    private final Worksheet sheet;
    private int rows;

    Workbook(OutputStream out, String title) {
        this.book = new org.dhatim.fastexcel.Workbook(out, "Cloisonne", null);
        this.sheet = book.newWorksheet(title);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(rows, column, cells.get(column));
        }
        if (rows == 0) {
            sheet.range(0, 0, 0, Math.max(0, cells.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
        }
        rows++;
        if (rows % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
