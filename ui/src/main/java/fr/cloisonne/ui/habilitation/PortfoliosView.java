package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.PortfolioSheet;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** The firm's named portfolios: sets of clients over which rights are given together. */
@Route(value = "f/:firm/portfolios", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class PortfoliosView extends FirmPage {

    private final RightsDesks desks;

    /** The page; Spring makes one for each visit. */
    PortfoliosView(Reader reader, Habilitations habilitations, RightsDesks desks) {
        super(reader, habilitations, "portfolios");
        this.desks = desks;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(desks.at(person, firm));
    }

    private void fill(RightsDesk desk) {
        removeAll();
        Button make = new Button(getTranslation("portfolios.make"));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(press -> new PortfolioDialog(desk, null, () -> fill(desk)).open());
        head(getTranslation("title.portfolios"), getTranslation("portfolios.intro"), make);
        add(new RightsTabs(desk.firm(), "portfolios"));
        List<PortfolioSheet> portfolios = desk.services().portfolios().of(desk.firm().id());
        if (portfolios.isEmpty()) {
            add(nothing(getTranslation("portfolios.none"), getTranslation("portfolios.none.next")));
            return;
        }
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("portfolios.name"),
                        getTranslation("portfolios.size"),
                        getTranslation("people.act"));
        sheet.addClassName("stacked");
        for (PortfolioSheet portfolio : portfolios) {
            sheet.row(
                    new Span(portfolio.name()),
                    new Span(getTranslation("portfolio.companies", portfolio.companies().size())),
                    acts(desk, portfolio));
        }
        add(sheet);
    }

    private EditActs acts(RightsDesk desk, PortfolioSheet portfolio) {
        return new EditActs(
                portfolio.name(),
                () -> new PortfolioDialog(desk, portfolio, () -> fill(desk)).open(),
                () ->
                        desk.perform(
                                this,
                                () ->
                                        desk.services()
                                                .portfolioEditing()
                                                .remove(desk.person(), desk.firmName(), portfolio),
                                () -> fill(desk)));
    }
}
