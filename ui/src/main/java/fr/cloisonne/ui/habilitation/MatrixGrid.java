package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.ui.enamel.NarrowScreen;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/**
 * The table: places down, read as one scrolls; people across, a window of them at a time. What is
 * kept here is the window, never the table.
 */
class MatrixGrid extends Grid<MatrixRow> {

    private static final int WIDE = 8;
    private static final int NARROW = 2;

    private static final String CELL =
            """
            <button class="cell" aria-label="${item.label}" title="${item.label}" @click="${open}">
              ${item.marks.map(mark => html`<span class="mark ${mark.slice(0, mark.indexOf(' '))}" aria-hidden="true">${mark.slice(mark.indexOf(' ') + 1)}</span>`)}
            </button>
            """;

    private static final String PLACE =
            """
            <span class="place ${item.kind}"><span class="name">${item.name}</span> <span class="siren">${item.siren}</span></span>
            """;

    private final RightsDesk desk;
    private final MarkWords words;
    private final boolean gives;
    private final Span range = new Span();
    private final Button before = new Button("‹");
    private final Button after = new Button("›");
    private final Div pager = new Div();
    private MatrixFilter filter = MatrixFilter.ALL;
    private int first;
    private int across = WIDE;
    private List<MatrixPerson> people = List.of();

    MatrixGrid(RightsDesk desk, Formats formats, boolean gives) {
        super(MatrixRow.class, false);
        this.desk = desk;
        this.words = new MarkWords(this, formats);
        this.gives = gives;
        addClassName("matrix");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", getTranslation("title.matrix"));
        setItems(
                query ->
                        desk
                                .services()
                                .matrix()
                                .rows(
                                        desk.person(),
                                        desk.firmName(),
                                        filter,
                                        ids(),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                query ->
                        desk.services().matrix().countRows(desk.person(), desk.firmName(), filter));
        step(before, "matrix.before", -1);
        step(after, "matrix.after", 1);
        range.getElement().setAttribute("role", "status");
        pager.add(before, range, after);
        pager.addClassName("pager");
        NarrowScreen.fit(
                this,
                narrow -> {
                    across = narrow ? NARROW : WIDE;
                    first = 0;
                    turn();
                });
    }

    Div pager() {
        return pager;
    }

    void filter(MatrixFilter wanted) {
        filter = wanted;
        first = 0;
        turn();
    }

    /** Reads again what is shown. */
    void refresh() {
        getDataProvider().refreshAll();
    }

    private void step(Button button, String label, int direction) {
        button.setAriaLabel(getTranslation(label));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClickListener(press -> {
            first = Math.max(0, first + direction * across);
            turn();
        });
    }

    private List<UserAccountId> ids() {
        return people.stream().map(person -> person.card().id()).toList();
    }

    private void turn() {
        int all = desk.services().matrix().countPeople(desk.person(), desk.firmName(), filter);
        people = desk.people(filter, first, across);
        range.setText(
                all == 0
                        ? getTranslation("matrix.nobody")
                        : getTranslation("matrix.range", first + 1, first + people.size(), all));
        before.setEnabled(first > 0);
        after.setEnabled(first + people.size() < all);
        removeAllColumns();
        addColumn(
                        LitRenderer.<MatrixRow>of(PLACE)
                                .withProperty("kind", MatrixGrid::kind)
                                .withProperty("name", row -> Places.name(this, row))
                                .withProperty("siren", MatrixGrid::siren))
                .setHeader(getTranslation("rights.scope"))
                .setFrozen(true)
                .setWidth(across == NARROW ? "150px" : "260px")
                .setFlexGrow(1);
        people.forEach(this::column);
        refresh();
    }

    private void column(MatrixPerson person) {
        Span header = new Span(People.name(person));
        header.addClassName("across");
        header.getElement().setAttribute("title", person.card().email());
        if (person.suspended()) {
            header.add(new Span(getTranslation("matrix.suspended")));
        }
        UserAccountId id = person.card().id();
        addColumn(
                        LitRenderer.<MatrixRow>of(CELL)
                                .withProperty("label", row -> words.label(person, row))
                                .withProperty("marks", row -> words.marks(row.of(id)))
                                .withFunction("open", row -> open(person, row)))
                .setHeader(header)
                .setWidth(across == NARROW ? "90px" : "104px")
                .setFlexGrow(0);
    }

    private void open(MatrixPerson person, MatrixRow row) {
        new CellDialog(desk, words, person, row, gives, this::refresh).open();
    }

    private static String kind(MatrixRow row) {
        return switch (row.scope()) {
            case Scope.WholeFirm whole -> "firm";
            case Scope.OnePortfolio one -> "portfolio";
            case Scope.OneCompany one -> "company";
        };
    }

    private static String siren(MatrixRow row) {
        String siren = row.siren();
        return siren == null ? "" : siren.replaceAll("(\\d{3})(?=\\d)", "$1\u00A0");
    }
}
