package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.ReviewFilter;
import fr.cloisonne.identity.habilitation.ReviewLine;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.NarrowScreen;
import fr.cloisonne.ui.text.Formats;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways of a review, read as one scrolls. */
class ReviewGrid extends Grid<ReviewLine> {

    private final Formats formats;
    private ReviewFilter filter = ReviewFilter.ALL;

    ReviewGrid(AccessReview review, UserAccountId person, FirmCard firm, Formats formats) {
        super(ReviewLine.class, false);
        this.formats = formats;
        addColumn(ReviewLine::company).setHeader(getTranslation("column.company")).setFlexGrow(2);
        addColumn(line -> line.person().name().display())
                .setHeader(getTranslation("rights.holder"));
        addColumn(line -> ReviewWords.through(this, line))
                .setHeader(getTranslation("review.through"))
                .setFlexGrow(2);
        addColumn(line -> ReviewWords.source(this, line))
                .setHeader(getTranslation("rights.source"));
        addColumn(line -> formats.day(line.until())).setHeader(getTranslation("review.until"));
        addColumn(line ->
                        line.lastUsed() == null
                                ? getTranslation("review.never")
                                : formats.recent(line.lastUsed()))
                .setHeader(getTranslation("review.last"));
        addColumn(line -> ReviewWords.ways(this, line)).setHeader(getTranslation("review.ways"));
        getColumns().forEach(column -> column.setResizable(true).setAutoWidth(true));
        Column<ReviewLine> all = addColumn(new ComponentRenderer<>(this::whole));
        all.setHeader(getTranslation("title.review")).setVisible(false);
        NarrowScreen.fit(
                this,
                narrow ->
                        getColumns()
                                .forEach(
                                        column -> column.setVisible(narrow == column.equals(all))));
        CallbackDataProvider<ReviewLine, Void> lines =
                DataProvider.fromCallbacks(
                        query ->
                                review
                                        .page(
                                                person,
                                                firm.shortName(),
                                                filter,
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> review.count(person, firm.shortName(), filter));
        setDataProvider(lines);
        addThemeNames("no-border", "row-stripes");
        setHeight("56vh");
    }

    /** All of a way below each other, for a narrow screen. */
    private Div whole(ReviewLine line) {
        Span company = new Span(line.company());
        company.addClassName("name");
        Div all =
                new Div(
                        company,
                        new Span(line.person().name().display()),
                        new Span(ReviewWords.through(this, line)),
                        small(ReviewWords.source(this, line), ends(line)),
                        small(used(line), ReviewWords.ways(this, line)));
        all.addClassNames("who", "wrapped");
        return all;
    }

    private Span small(String... parts) {
        Span small =
                new Span(
                        Stream.of(parts)
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining(" · ")));
        small.addClassName("siren");
        return small;
    }

    private String ends(ReviewLine line) {
        return line.until() == null ? "" : getTranslation("review.ends", formats.day(line.until()));
    }

    private String used(ReviewLine line) {
        return getTranslation(
                "review.used",
                line.lastUsed() == null
                        ? getTranslation("review.never")
                        : formats.recent(line.lastUsed()));
    }

    void show(ReviewFilter wanted) {
        filter = wanted;
        getDataProvider().refreshAll();
    }
}
