package fr.cloisonne.ui.portfolio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.invoicing.portfolio.PortfolioLine;
import fr.cloisonne.ui.enamel.CompanyChip;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.enamel.NarrowScreen;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One row a client company: its counters, its last deposit, and the act that is waited for. */
class PortfolioGrid extends Grid<PortfolioLine> {

    private static final List<StatusFamily> SHOWN =
            List.of(
                    StatusFamily.EN_COURS,
                    StatusFamily.VALIDEE,
                    StatusFamily.REJETEE,
                    StatusFamily.PAYEE);

    private final Formats formats;
    private final List<Column<PortfolioLine>> counters = new ArrayList<>();

    PortfolioGrid(Formats formats) {
        super(PortfolioLine.class, false);
        this.formats = formats;
        getElement().setAttribute("aria-label", getTranslation("title.portfolio"));
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        Column<PortfolioLine> company = addColumn(new ComponentRenderer<>(PortfolioGrid::company));
        company.setHeader(getTranslation("column.company"))
                .setComparator(Comparator.comparing(line -> line.company().legalName()))
                .setSortable(true)
                .setFlexGrow(1);
        SHOWN.forEach(this::count);
        Column<PortfolioLine> last = addColumn(new ComponentRenderer<>(this::lastDeposit));
        last.setHeader(getTranslation("column.last-deposit"))
                .setComparator(
                        Comparator.comparing(
                                PortfolioLine::lastDeposit,
                                Comparator.nullsFirst(Comparator.<Instant>naturalOrder())))
                .setSortable(true)
                .setFlexGrow(0);
        NarrowScreen.fit(
                this,
                narrow -> {
                    company.setWidth(narrow ? "200px" : "260px");
                    last.setWidth(narrow ? "150px" : "180px");
                    counters.forEach(counter -> counter.setVisible(!narrow));
                });
    }

    private void count(StatusFamily family) {
        FamilyEnamel enamel = FamilyEnamel.of(family);
        Column<PortfolioLine> counter =
                addColumn(new ComponentRenderer<>(line -> enamel.count(line.counts().of(family))));
        counters.add(counter);
        counter.setHeader(getTranslation("family.many." + family.name()))
                .setComparator(Comparator.comparingInt(line -> line.counts().of(family)))
                .setTextAlign(ColumnTextAlign.END)
                .setSortable(true)
                .setFlexGrow(0)
                .setWidth("118px");
    }

    /** On a narrow screen the counters that say something stand below the name. */
    private static Component company(PortfolioLine line) {
        Div counts = new Div();
        counts.addClassName("narrow-only");
        SHOWN.stream()
                .filter(family -> line.counts().of(family) > 0)
                .forEach(family ->
                        counts.add(FamilyEnamel.of(family).count(line.counts().of(family))));
        return new Div(link(line), counts);
    }

    private static Anchor link(PortfolioLine line) {
        Anchor link =
                new Anchor(
                        CompanyAddress.to(line.company().path(), CompanyAddress.HOME),
                        CompanyChip.of(line.company()),
                        CompanyChip.words(line.company()));
        link.addClassName("company-link");
        return link;
    }

    private Component lastDeposit(PortfolioLine line) {
        Instant last = line.lastDeposit();
        if (last == null) {
            return new Anchor(
                    CompanyAddress.to(line.company().path(), CompanyAddress.DEPOSIT),
                    getTranslation("portfolio.deposit"));
        }
        Span shown = new Span(formats.recent(last));
        shown.addClassName("count");
        shown.getElement().setAttribute("title", formats.moment(last));
        return shown;
    }
}
