package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.membership.RequestId;
import fr.cloisonne.identity.membership.RequestLine;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.NarrowScreen;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The requests that wait for an answer, one by one or many at once. */
@Route(value = "f/:firm/approvals", layout = MainLayout.class)
@PermitAll
@Needs(Right.SEE_REQUESTS)
public class ApprovalsView extends FirmPage {

    private final Habilitations habilitations;
    private final RightsDesks desks;
    private final PeopleDesks people;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    ApprovalsView(
            Reader reader,
            Habilitations habilitations,
            RightsDesks desks,
            PeopleDesks people,
            Formats formats) {
        super(reader, habilitations, "approvals");
        this.habilitations = habilitations;
        this.desks = desks;
        this.people = people;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(desks.at(person, firm));
    }

    private void fill(RightsDesk desk) {
        removeAll();
        head(
                getTranslation("title.approvals"),
                getTranslation("approvals.intro", desk.firm().legalName()));
        List<RequestLine> waiting = people.asked().waiting(desk.person(), desk.firmName());
        if (waiting.isEmpty()) {
            add(nothing(getTranslation("approvals.none"), getTranslation("approvals.none.next")));
            return;
        }
        Grid<RequestLine> grid = grid(waiting);
        boolean answers =
                habilitations.firmRights(desk.person(), desk.firmName()).contains(Right.APPROVE);
        if (answers) {
            ChosenRequests chosen = new ChosenRequests(grid, waiting);
            add(answering(desk, chosen));
        }
        add(grid);
    }

    private Grid<RequestLine> grid(List<RequestLine> waiting) {
        Grid<RequestLine> grid = new Grid<>(RequestLine.class, false);
        grid.setAllRowsVisible(waiting.size() <= 20);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("title.approvals"));
        List<Column<RequestLine>> wide = columns(grid);
        Column<RequestLine> all = grid.addColumn(new ComponentRenderer<>(this::whole));
        all.setHeader(getTranslation("title.approvals")).setVisible(false);
        NarrowScreen.fit(
                grid,
                narrow -> {
                    wide.forEach(column -> column.setVisible(!narrow));
                    all.setVisible(narrow);
                });
        grid.setItems(waiting);
        return grid;
    }

    private List<Column<RequestLine>> columns(Grid<RequestLine> grid) {
        return List.of(
                grid.addColumn(line -> line.person().name().display())
                        .setHeader(getTranslation("rights.holder"))
                        .setSortable(true)
                        .setAutoWidth(true),
                grid.addColumn(line -> ProfileNames.of(this, line.part()))
                        .setHeader(getTranslation("rights.profile"))
                        .setAutoWidth(true),
                grid.addColumn(line -> PartWords.place(this, line.part()))
                        .setHeader(getTranslation("rights.scope"))
                        .setAutoWidth(true),
                grid.addColumn(RequestLine::reason)
                        .setHeader(getTranslation("requests.reason"))
                        .setFlexGrow(1)
                        .setTooltipGenerator(RequestLine::reason),
                grid.addColumn(line -> formats.recent(line.at()))
                        .setHeader(getTranslation("requests.at"))
                        .setAutoWidth(true));
    }

    /** All of a request below each other, for a narrow screen. */
    private Div whole(RequestLine line) {
        Span name = new Span(line.person().name().display());
        name.addClassName("name");
        Span when = new Span(formats.recent(line.at()));
        when.addClassName("siren");
        Div all =
                new Div(
                        name,
                        new Span(
                                ProfileNames.of(this, line.part())
                                        + " · "
                                        + PartWords.place(this, line.part())),
                        new Span(line.reason()),
                        when);
        all.addClassNames("who", "wrapped");
        return all;
    }

    private Div answering(RightsDesk desk, ChosenRequests chosen) {
        TextField answer = new TextField(getTranslation("approvals.answer"));
        answer.setMaxLength(500);
        answer.setWidth("320px");
        Button grant = new Button(getTranslation("approvals.grant"));
        grant.addThemeVariants(ButtonVariant.PRIMARY);
        Button refuse = new Button(getTranslation("approvals.refuse"));
        grant.setEnabled(false);
        refuse.setEnabled(false);
        chosen.onChange(some -> {
            grant.setEnabled(some);
            refuse.setEnabled(some);
        });
        var requests = people.requests();
        grant.addClickListener(press ->
                answer(
                        desk,
                        chosen.ids(),
                        ids ->
                                requests.grant(
                                        desk.person(), desk.firmName(), ids, answer.getValue()),
                        "approvals.granted"));
        refuse.addClickListener(press ->
                answer(
                        desk,
                        chosen.ids(),
                        ids ->
                                requests.refuse(
                                        desk.person(), desk.firmName(), ids, answer.getValue()),
                        "approvals.refused"));
        Div acts = new Div(answer, grant, refuse);
        acts.addClassName("filters");
        return acts;
    }

    /** What is done about some requests. */
    private interface Answer {
        void give(List<RequestId> chosen);
    }

    private void answer(RightsDesk desk, List<RequestId> ids, Answer answer, String done) {
        desk.perform(
                this,
                () -> answer.give(ids),
                () -> {
                    Toast.done(getTranslation(done, ids.size()));
                    fill(desk);
                });
    }
}
