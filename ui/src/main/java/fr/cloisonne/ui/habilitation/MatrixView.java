package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.PortfolioSheet;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;

/** Who holds what where, as one table that is read and changed in place. */
@Route(value = "f/:firm/matrix", layout = MainLayout.class)
@PermitAll
@Needs(Right.AUDIT)
public class MatrixView extends FirmPage {

    private final Habilitations habilitations;
    private final RightsDesks desks;
    private final transient Staging staging;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    MatrixView(
            Reader reader,
            Habilitations habilitations,
            RightsDesks desks,
            Staging staging,
            Formats formats) {
        super(reader, habilitations, "matrix");
        this.habilitations = habilitations;
        this.desks = desks;
        this.staging = staging;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        RightsDesk desk = desks.at(person, firm);
        boolean gives = habilitations.firmRights(person, firm.shortName()).contains(Right.DELEGATE);
        MatrixGrid grid = new MatrixGrid(desk, formats, gives);
        Button export = new Button(getTranslation("matrix.export"));
        export.addClickListener(
                press -> new ExportDialog(desk, staging, formats).ask(desk.services().stepUp()));
        if (gives) {
            Button copy = new Button(getTranslation("matrix.copy"));
            copy.addClickListener(press -> new CopyDialog(desk, grid::refresh).open());
            Button mass = new Button(getTranslation("matrix.mass"));
            mass.addThemeVariants(ButtonVariant.PRIMARY);
            mass.addClickListener(press -> new MassDialog(desk, grid::refresh).open());
            head(title(), getTranslation("matrix.intro", firm.legalName()), export, copy, mass);
        } else {
            head(title(), getTranslation("matrix.intro", firm.legalName()), export);
        }
        Paragraph legend = new Paragraph(getTranslation("matrix.legend"));
        legend.addClassName("quiet");
        add(new RightsTabs(firm, "matrix"), filters(desk, grid), grid.pager(), grid, legend);
    }

    private String title() {
        return getTranslation("title.matrix");
    }

    private Div filters(RightsDesk desk, MatrixGrid grid) {
        TextField person = search("matrix.person");
        TextField place = search("matrix.place");
        Select<PortfolioSheet> portfolio = new Select<>();
        portfolio.setLabel(getTranslation("matrix.portfolio"));
        portfolio.setEmptySelectionAllowed(true);
        portfolio.setEmptySelectionCaption(getTranslation("matrix.any"));
        portfolio.setItems(desk.services().portfolios().of(desk.firm().id()));
        portfolio.setItemLabelGenerator(sheet -> sheet == null ? "" : sheet.name());
        Select<ProfileSheet> profile = new Select<>();
        profile.setLabel(getTranslation("rights.profile"));
        profile.setEmptySelectionAllowed(true);
        profile.setEmptySelectionCaption(getTranslation("matrix.any"));
        profile.setItems(desk.profiles());
        profile.setItemLabelGenerator(sheet -> sheet == null ? "" : ProfileNames.of(this, sheet));
        Runnable apply =
                () ->
                        grid.filter(
                                new MatrixFilter(
                                        person.getValue(),
                                        place.getValue(),
                                        portfolio
                                                .getOptionalValue()
                                                .map(PortfolioSheet::id)
                                                .orElse(null),
                                        profile.getOptionalValue()
                                                .map(ProfileSheet::profile)
                                                .orElse(null)));
        person.addValueChangeListener(change -> apply.run());
        place.addValueChangeListener(change -> apply.run());
        portfolio.addValueChangeListener(change -> apply.run());
        profile.addValueChangeListener(change -> apply.run());
        Div filters = new Div(person, place, portfolio, profile);
        filters.addClassName("filters");
        return filters;
    }

    private TextField search(String label) {
        TextField field = new TextField(getTranslation(label));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }
}
