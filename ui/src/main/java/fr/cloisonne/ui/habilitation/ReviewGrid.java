package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.ReviewFilter;
import fr.cloisonne.identity.habilitation.ReviewLine;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.text.Formats;

/** The ways of a review, read as one scrolls. */
class ReviewGrid extends Grid<ReviewLine> {

    private ReviewFilter filter = ReviewFilter.ALL;

    ReviewGrid(AccessReview review, UserAccountId person, FirmCard firm, Formats formats) {
        super(ReviewLine.class, false);
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

    void show(ReviewFilter wanted) {
        filter = wanted;
        getDataProvider().refreshAll();
    }
}
