package fr.cloisonne.ui.portfolio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.registration.FirmBirth;
import fr.cloisonne.identity.registration.FirmWish;
import fr.cloisonne.invoicing.FamilyCounts;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.invoicing.portfolio.Portfolio;
import fr.cloisonne.invoicing.portfolio.PortfolioLine;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.shell.CompanySearch;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** The first page: every client company one may enter, and what moves in each of them. */
@Route(value = "portfolio", layout = MainLayout.class)
@PermitAll
public class PortfolioView extends Page implements AfterNavigationObserver, HasDynamicTitle {

    private final Portfolio portfolio;
    private final Habilitations habilitations;
    private final InvitationList invitations;
    private final Reader reader;
    private final Formats formats;
    private final transient FirmBirth birth;
    private final transient NewcomerBlocks newcomers;

    /** The page; Spring makes one for each visit. */
    public PortfolioView(
            Portfolio portfolio,
            Habilitations habilitations,
            InvitationList invitations,
            Reader reader,
            Formats formats,
            FirmBirth birth,
            NewcomerBlocks newcomers) {
        this.portfolio = portfolio;
        this.habilitations = habilitations;
        this.invitations = invitations;
        this.reader = reader;
        this.formats = formats;
        this.birth = birth;
        this.newcomers = newcomers;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        removeAll();
        List<PortfolioLine> lines = portfolio.of(reader.person());
        boolean invited = invitations.to(reader.person()).stream().anyMatch(InvitationLine::open);
        head(getTranslation("title.portfolio"), summary(lines), additions());
        if (invited) {
            Div invitation = new Div(link(getTranslation("portfolio.invited"), "invitations"));
            invitation.addClassNames("notice", "slate");
            add(invitation);
        }
        habilitations.askingForProvider(reader.person()).forEach(firm -> add(asking(firm)));
        if (lines.isEmpty()) {
            add(beginning());
            newcomers.of(reader.person()).forEach(this::add);
            return;
        }
        newcomers.emptyHanded(reader.person()).forEach(firm -> add(emptyHanded(firm)));
        PortfolioGrid grid = new PortfolioGrid(formats);
        grid.setItems(lines);
        add(filters(grid, lines), grid);
    }

    private Div asking(FirmCard firm) {
        return notice("portfolio.provider", firm);
    }

    private Div emptyHanded(FirmCard firm) {
        return notice("portfolio.nothing-from", firm);
    }

    private Div notice(String text, FirmCard firm) {
        Div notice =
                new Div(
                        link(
                                getTranslation(text, firm.legalName()),
                                "f/" + firm.shortName() + "/requests"));
        notice.addClassNames("notice", "slate");
        return notice;
    }

    /** What comes before the first client: the firm itself, for whoever has registered one. */
    private Component beginning() {
        Optional<FirmWish> wish = birth.wishOf(reader.person());
        if (wish.isPresent()) {
            return new FirmWishBlock(wish.get(), this::name);
        }
        boolean adds = additions().length > 0;
        return nothing(
                getTranslation("portfolio.empty"),
                getTranslation(adds ? "portfolio.empty.first" : "portfolio.empty.next"));
    }

    private void name(FirmShortName name) {
        birth.name(reader.person(), name);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    /**
     * One act for each firm to which this person may add clients; named where there are several.
     */
    private Component[] additions() {
        List<FirmCard> firms =
                habilitations.firmsOf(reader.person()).stream()
                        .filter(firm ->
                                habilitations
                                        .firmRights(reader.person(), firm.shortName())
                                        .contains(Right.MANAGE_COMPANIES))
                        .toList();
        return firms.stream()
                .map(firm ->
                        primaryLink(
                                firms.size() == 1
                                        ? getTranslation("addition.open")
                                        : getTranslation("addition.open.in", firm.legalName()),
                                "f/" + firm.shortName() + "/companies/new"))
                .toArray(Component[]::new);
    }

    private String summary(List<PortfolioLine> lines) {
        FamilyCounts all =
                lines.stream()
                        .map(PortfolioLine::counts)
                        .reduce(FamilyCounts.NONE, FamilyCounts::plus);
        String companies = getTranslation("portfolio.companies", lines.size());
        int refused = all.of(StatusFamily.REJETEE);
        return refused == 0
                ? companies
                : companies + " · " + getTranslation("portfolio.refused", refused);
    }

    private Div filters(PortfolioGrid grid, List<PortfolioLine> lines) {
        TextField search = new TextField(getTranslation("portfolio.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("320px");
        Button waiting = new Button(getTranslation("portfolio.to-deposit"));
        waiting.addThemeVariants(ButtonVariant.TERTIARY);
        waiting.getElement().setAttribute("aria-pressed", "false");
        Runnable apply =
                () ->
                        grid.setItems(
                                lines.stream()
                                        .filter(line -> shown(line, search, waiting))
                                        .toList());
        search.addValueChangeListener(change -> apply.run());
        waiting.addClickListener(press -> {
            waiting.getElement().setAttribute("aria-pressed", pressed(waiting) ? "false" : "true");
            apply.run();
        });
        Div filters = new Div(search, waiting);
        filters.addClassName("filters");
        return filters;
    }

    private static boolean pressed(Button button) {
        return "true".equals(button.getElement().getAttribute("aria-pressed"));
    }

    private static boolean shown(PortfolioLine line, TextField search, Button waiting) {
        return CompanySearch.matches(line.company(), search.getValue())
                && (!pressed(waiting) || line.lastDeposit() == null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.portfolio") + " · Cloisonné";
    }
}
