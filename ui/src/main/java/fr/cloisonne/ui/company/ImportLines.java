package fr.cloisonne.ui.company;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import fr.cloisonne.company.importing.CompanyImports;
import fr.cloisonne.company.importing.ImportId;
import fr.cloisonne.company.importing.ImportLine;
import fr.cloisonne.company.importing.ImportSheet;
import fr.cloisonne.company.importing.ImportVerdict;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.NarrowScreen;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The lines of an import, a page at a time, all of them or those with one verdict. */
class ImportLines extends Div {

    private final transient ImportWords words;
    private final Grid<ImportLine> grid = new Grid<>(ImportLine.class, false);
    private final Div filters = new Div();
    private Set<ImportVerdict> shown = EnumSet.allOf(ImportVerdict.class);
    private Map<ImportVerdict, Integer> counts = new EnumMap<>(ImportVerdict.class);

    ImportLines(
            CompanyImports imports,
            ImportWords words,
            UserAccountId person,
            FirmCard firm,
            ImportId id) {
        this.words = words;
        filters.addClassName("filters");
        columns();
        grid.setDataProvider(
                DataProvider.fromCallbacks(
                        query ->
                                imports
                                        .lines(
                                                person,
                                                firm.shortName(),
                                                id,
                                                shown,
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> count()));
        add(filters, grid);
    }

    private int count() {
        return shown.stream().mapToInt(verdict -> counts.getOrDefault(verdict, 0)).sum();
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("import.lines"));
        grid.addClassName("import-lines");
        var number =
                grid.addColumn(ImportLine::number)
                        .setHeader(getTranslation("import.line"))
                        .setWidth("84px")
                        .setFlexGrow(0);
        var siren =
                grid.addColumn(ImportLine::siren)
                        .setHeader(getTranslation("import.siren"))
                        .setWidth("130px")
                        .setFlexGrow(0);
        var name =
                grid.addColumn(new ComponentRenderer<>(this::name))
                        .setHeader(getTranslation("import.name"))
                        .setWidth("220px")
                        .setFlexGrow(1);
        var verdict =
                grid.addColumn(new ComponentRenderer<>(this::verdict))
                        .setHeader(getTranslation("import.verdict"))
                        .setWidth("150px")
                        .setFlexGrow(0);
        var faults =
                grid.addColumn(new ComponentRenderer<>(this::faults))
                        .setHeader(getTranslation("import.why"))
                        .setWidth("340px")
                        .setFlexGrow(2);
        NarrowScreen.fit(
                this,
                narrow -> {
                    number.setWidth(narrow ? "64px" : "84px");
                    siren.setVisible(!narrow);
                    verdict.setVisible(!narrow);
                    faults.setVisible(!narrow);
                });
        name.setKey("name");
    }

    private Div name(ImportLine line) {
        Div below = new Div(new Span(line.siren()), verdict(line), faults(line));
        below.addClassName("narrow-only");
        return new Div(new Span(line.name()), below);
    }

    private Span verdict(ImportLine line) {
        Span verdict = new Span(words.verdict(line.verdict(), getLocale()));
        verdict.addClassNames(
                "import-verdict", line.verdict().name().toLowerCase(java.util.Locale.ROOT));
        return verdict;
    }

    private Div faults(ImportLine line) {
        Div faults = new Div();
        faults.addClassName("import-faults");
        line.faults().forEach(fault -> faults.add(new Div(words.fault(fault, getLocale()))));
        return faults;
    }

    /** Shows the import as it is by now. */
    void show(ImportSheet sheet) {
        boolean changed = !counts.equals(sheet.counts());
        counts = sheet.counts();
        if (changed) {
            filters.removeAll();
            filter("import.all", EnumSet.allOf(ImportVerdict.class));
            for (ImportVerdict verdict : ImportVerdict.values()) {
                if (sheet.count(verdict) > 0) {
                    filter("import.filter." + verdict, EnumSet.of(verdict));
                }
            }
            grid.getDataProvider().refreshAll();
        }
    }

    private void filter(String key, Set<ImportVerdict> verdicts) {
        int count = verdicts.stream().mapToInt(one -> counts.getOrDefault(one, 0)).sum();
        Button filter = new Button(getTranslation(key, count));
        filter.addThemeVariants(ButtonVariant.TERTIARY);
        filter.getElement().setAttribute("aria-pressed", String.valueOf(shown.equals(verdicts)));
        filter.addClickListener(press -> {
            shown = verdicts;
            filters.getChildren()
                    .forEach(one ->
                            one.getElement()
                                    .setAttribute(
                                            "aria-pressed", String.valueOf(one.equals(filter))));
            grid.getDataProvider().refreshAll();
        });
        filters.add(filter);
    }
}
