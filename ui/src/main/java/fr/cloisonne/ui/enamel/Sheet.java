package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Set;

/**
 * A small table of figures or lines, true to a table for every reader. One of class {@code stacked}
 * shows on a narrow screen each row as a list, each cell with its heading.
 */
public final class Sheet extends Div {

    private final NativeTable table = new NativeTable();
    private final Set<Integer> amounts;
    private final String[] headings;

    /** A table with these headings; the columns of amounts stand to the right. */
    public Sheet(Set<Integer> amounts, String... headings) {
        this.amounts = amounts;
        this.headings = headings.clone();
        NativeTableRow row = table.getHead().addRow();
        for (int column = 0; column < headings.length; column++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(headings[column]);
            cell.getElement().setAttribute("scope", "col");
            if (amounts.contains(column)) {
                cell.addClassName("amount");
            }
            row.add(cell);
        }
        table.addClassName("sheet");
        addClassName("scroll-x");
        add(table);
    }

    /** Adds a row of texts. */
    public NativeTableRow row(String... texts) {
        Component[] cells = new Component[texts.length];
        for (int column = 0; column < texts.length; column++) {
            cells[column] = new Span(texts[column]);
        }
        return row(cells);
    }

    /** Adds a row of components. */
    public NativeTableRow row(Component... contents) {
        NativeTableRow row = table.getBody().addRow();
        for (int column = 0; column < contents.length; column++) {
            NativeTableCell cell = new NativeTableCell(contents[column]);
            cell.getElement().setAttribute("data-heading", headings[column]);
            if (amounts.contains(column)) {
                cell.addClassName("amount");
            }
            row.add(cell);
        }
        return row;
    }
}
