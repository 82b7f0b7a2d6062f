package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import fr.cloisonne.invoicing.InvoiceRow;
import fr.cloisonne.invoicing.InvoiceSort;
import fr.cloisonne.invoicing.InvoiceSort.Field;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.enamel.NarrowScreen;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** The columns of the list of invoices; rows come from the data layer, a page at a time. */
class InvoiceGrid extends Grid<InvoiceRow> {

    private final Formats formats;

    InvoiceGrid(CompanyPath company, Formats formats, InvoiceSort sort) {
        super(InvoiceRow.class, false);
        this.formats = formats;
        setSelectionMode(SelectionMode.NONE);
        setMultiSort(false);
        getElement().setAttribute("aria-label", getTranslation("title.invoices"));
        addClassName("invoices");
        column(Field.NUMBER, "170px", new ComponentRenderer<>(row -> number(company, row)));
        var counterpart = column(Field.COUNTERPART, "220px", text(InvoiceRow::counterpart));
        counterpart.setFlexGrow(1);
        column(Field.ISSUE_DATE, "120px", text(row -> formats.day(row.issueDate())));
        addColumn(text(row -> formats.day(row.dueDate())))
                .setHeader(getTranslation("column.due"))
                .setWidth("120px")
                .setFlexGrow(0);
        var total = column(Field.TOTAL, "140px", text(this::total));
        total.setTextAlign(ColumnTextAlign.END);
        var status =
                column(
                        Field.STATUS,
                        "210px",
                        new ComponentRenderer<>(row -> FamilyEnamel.status(row.status())));
        NarrowScreen.fit(
                this,
                narrow -> {
                    counterpart.setWidth(narrow ? "180px" : "220px");
                    total.setVisible(!narrow);
                    status.setVisible(!narrow);
                });
        sort(
                List.of(
                        new GridSortOrder<>(
                                getColumnByKey(sort.field().name()),
                                sort.ascending()
                                        ? SortDirection.ASCENDING
                                        : SortDirection.DESCENDING)));
    }

    private Column<InvoiceRow> column(Field field, String width, Renderer<InvoiceRow> renderer) {
        return addColumn(renderer)
                .setKey(field.name())
                .setHeader(getTranslation("column." + field.name()))
                .setSortProperty(field.name())
                .setSortable(true)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Renderer<InvoiceRow> text(
            com.vaadin.flow.function.SerializableFunction<InvoiceRow, String> text) {
        return new ComponentRenderer<>(row -> {
            Span cell = new Span(text.apply(row));
            cell.addClassName("count");
            cell.getElement().setAttribute("title", text.apply(row));
            return cell;
        });
    }

    private String total(InvoiceRow row) {
        return formats.amount(row.total(), row.currency(), getLocale());
    }

    /** On a narrow screen amount and status stand below the number. */
    private Div number(CompanyPath company, InvoiceRow row) {
        Span total = new Span(total(row));
        total.addClassName("count");
        Div below = new Div(total, FamilyEnamel.status(row.status()));
        below.addClassName("narrow-only");
        return new Div(link(company, row), below);
    }

    private static Anchor link(CompanyPath company, InvoiceRow row) {
        return new Anchor(CompanyAddress.invoice(company, row.id()), row.number());
    }
}
