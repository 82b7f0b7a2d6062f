package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import fr.cloisonne.invoicing.InvoiceFilter;
import fr.cloisonne.invoicing.InvoiceRow;
import fr.cloisonne.invoicing.InvoiceSort;
import fr.cloisonne.invoicing.Invoices;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.shell.Visit;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.stream.Stream;

/** The rows at one list address: each page of them is asked for through the company's door. */
class InvoiceList extends Div {

    private final Visit visit;
    private final Invoices invoices;
    private final Formats formats;
    private final Paragraph counted = new Paragraph();
    private ListAddress address;

    InvoiceList(Visit visit, Invoices invoices, Formats formats, ListAddress address) {
        this.visit = visit;
        this.invoices = invoices;
        this.formats = formats;
        this.address = address;
        counted.addClassName("quiet");
        counted.getElement().setAttribute("role", "status");
        fill();
    }

    /** Narrows the list and says so in the address. */
    void filter(InvoiceFilter filter) {
        address = new ListAddress(filter, address.sort());
        writeAddress();
        fill();
    }

    private void fill() {
        long count = visit.inside(() -> invoices.count(address.filter()));
        counted.setText(getTranslation("invoices.count", count));
        removeAll();
        add(counted, count == 0 ? nothing() : grid((int) count));
    }

    private InvoiceGrid grid(int count) {
        InvoiceGrid grid = new InvoiceGrid(visit.path(), formats, address.sort());
        grid.setDataProvider(DataProvider.fromCallbacks(this::page, query -> count));
        grid.addSortListener(sorted -> sorted(grid));
        return grid;
    }

    private void sorted(InvoiceGrid grid) {
        address =
                new ListAddress(
                        address.filter(),
                        grid.getSortOrder().stream()
                                .findFirst()
                                .map(order ->
                                        sort(order.getSorted().getKey(), order.getDirection()))
                                .orElse(InvoiceSort.NEWEST_FIRST));
        writeAddress();
    }

    private Stream<InvoiceRow> page(Query<InvoiceRow, Void> query) {
        List<QuerySortOrder> orders = query.getSortOrders();
        InvoiceSort sort =
                orders.isEmpty()
                        ? InvoiceSort.NEWEST_FIRST
                        : sort(orders.getFirst().getSorted(), orders.getFirst().getDirection());
        int offset = query.getOffset();
        int limit = query.getLimit();
        return visit.inside(() -> invoices.page(address.filter(), sort, offset, limit)).stream();
    }

    private static InvoiceSort sort(String field, SortDirection direction) {
        return new InvoiceSort(
                InvoiceSort.Field.valueOf(field), direction == SortDirection.ASCENDING);
    }

    private void writeAddress() {
        Location location = new Location(visit.to(CompanyAddress.INVOICES), address.query());
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, location));
    }

    private Div nothing() {
        String key = address.narrowed() ? "invoices.none" : "company.empty";
        Div empty =
                new Div(new H2(getTranslation(key)), new Paragraph(getTranslation(key + ".next")));
        empty.addClassName("empty-state");
        return empty;
    }
}
