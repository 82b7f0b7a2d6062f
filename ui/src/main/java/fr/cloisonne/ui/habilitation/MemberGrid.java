package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.membership.MemberLine;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.enamel.NarrowScreen;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import java.io.Serializable;
import java.time.Instant;

/** The members, read as one scrolls, with what can be done about each. */
class MemberGrid extends Div {

    private final RightsDesk desk;
    private final PeopleDesks people;
    private final Formats formats;
    private final TextField search = new TextField();
    private final Grid<MemberLine> grid = new Grid<>(MemberLine.class, false);

    MemberGrid(RightsDesk desk, PeopleDesks people, Formats formats) {
        this.desk = desk;
        this.people = people;
        this.formats = formats;
        search.setLabel(getTranslation("matrix.person"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        Div filters = new Div(search);
        filters.addClassName("filters");
        grid.addClassName("members");
        grid.getElement().setAttribute("aria-label", getTranslation("title.people"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query ->
                people
                        .list()
                        .of(
                                desk.person(),
                                desk.firmName(),
                                search.getValue(),
                                query.getOffset(),
                                query.getLimit())
                        .stream());
        grid.addColumn(new ComponentRenderer<>(this::who))
                .setHeader(getTranslation("rights.holder"))
                .setFlexGrow(1)
                .setWidth("200px");
        Column<MemberLine> state = grid.addColumn(new ComponentRenderer<>(this::state));
        state.setHeader(getTranslation("people.state")).setFlexGrow(0).setWidth("220px");
        Column<MemberLine> held =
                grid.addColumn(line -> getTranslation("people.rights", line.rights()));
        held.setHeader(getTranslation("people.held")).setFlexGrow(0).setWidth("150px");
        grid.addColumn(new ComponentRenderer<>(this::acts))
                .setHeader(getTranslation("people.act"))
                .setFlexGrow(0)
                .setWidth("110px");
        NarrowScreen.fit(
                this,
                narrow -> {
                    state.setVisible(!narrow);
                    held.setVisible(!narrow);
                });
        add(filters, grid);
    }

    /** On a narrow screen the state stands below the address. */
    private Component who(MemberLine line) {
        Span name = new Span(line.person().name().display());
        name.addClassName("name");
        Span mail = new Span(line.person().email());
        mail.addClassName("siren");
        Span who = new Span(name, mail);
        who.addClassName("who");
        if (line.external()) {
            who.add(quiet(getTranslation("people.external")));
        }
        String said = line.said();
        if (said != null) {
            who.add(quiet(getTranslation("people.said", said)));
        }
        Div below = new Div(state(line));
        below.addClassName("narrow-only");
        return new Div(who, below);
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassName("quiet");
        return quiet;
    }

    private Component state(MemberLine line) {
        Instant suspended = line.suspended();
        if (suspended != null) {
            return FamilyEnamel.word(
                    StatusFamily.REJETEE,
                    getTranslation("people.suspended", formats.recent(suspended)));
        }
        String staffOf = line.staffOf();
        if (staffOf != null) {
            return new Span(getTranslation("people.staff", staffOf));
        }
        return line.administrator()
                ? FamilyEnamel.word(StatusFamily.VALIDEE, getTranslation("people.administrator"))
                : new Span(getTranslation("people.since", formats.day(line.joined())));
    }

    private Component acts(MemberLine line) {
        if (line.person().id().equals(desk.person())) {
            return new Span(getTranslation("people.you"));
        }
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        MenuItem more = bar.addItem(getTranslation("people.acts"));
        more.setAriaLabel(getTranslation("people.acts.of", line.person().name().display()));
        SubMenu menu = more.getSubMenu();
        var members = people.members();
        if (line.suspended() == null) {
            offer(menu, "people.reset", line, members::startReset);
            offer(menu, "people.suspend", line, members::suspend);
        } else {
            offer(menu, "people.reinstate", line, members::reinstate);
        }
        if (!line.administrator() && line.staffOf() == null) {
            offer(menu, "people.hand-over", line, members::handOver);
        }
        offer(menu, "people.detach", line, members::detach);
        return bar;
    }

    /** What an administrator does about a member. */
    private interface Act extends Serializable {

        void of(UserAccountId by, FirmShortName firm, UserAccountId person);
    }

    /** Asks once more, since each of them takes effect at once; then does it. */
    private void offer(SubMenu menu, String key, MemberLine line, Act act) {
        String name = line.person().name().display();
        menu.addItem(
                getTranslation(key),
                press ->
                        Confirmation.ask(
                                getTranslation(key + ".title", name),
                                getTranslation(key + ".text", name),
                                getTranslation(key),
                                getTranslation("act.cancel"),
                                () ->
                                        desk.perform(
                                                this,
                                                () ->
                                                        act.of(
                                                                desk.person(),
                                                                desk.firmName(),
                                                                line.person().id()),
                                                () -> done(key, name))));
    }

    private void done(String key, String name) {
        Toast.done(getTranslation(key + ".done", name));
        grid.getDataProvider().refreshAll();
    }
}
