package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.ReviewFilter;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.SignedReview;
import fr.cloisonne.invoicing.staging.Staging;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** Who reaches which company, by which way, until when and when for the last time; to be signed. */
@Route(value = "f/:firm/review", layout = MainLayout.class)
@PermitAll
@Needs(Right.AUDIT)
public class AccessReviewView extends FirmPage {

    private final Habilitations habilitations;
    private final AccessReview review;
    private final transient TakingAway taking;
    private final UserAccounts accounts;
    private final StepUp stepUp;
    private final transient Staging staging;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public AccessReviewView(
            Reader reader,
            Habilitations habilitations,
            AccessReview review,
            TakingAway taking,
            UserAccounts accounts,
            StepUp stepUp,
            Staging staging,
            Formats formats) {
        super(reader, habilitations, "review");
        this.habilitations = habilitations;
        this.review = review;
        this.taking = taking;
        this.accounts = accounts;
        this.stepUp = stepUp;
        this.staging = staging;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        removeAll();
        Button export =
                new Button(
                        getTranslation("review.export"),
                        press ->
                                new ReviewExport(review, taking, staging, person, firm, formats)
                                        .ask(stepUp));
        Button sign =
                new Button(
                        getTranslation("review.sign"),
                        press -> stepUp.perform(() -> sign(person, firm)));
        sign.addThemeVariants(ButtonVariant.PRIMARY);
        sign.setVisible(
                habilitations.firmRights(person, firm.shortName()).contains(Right.DELEGATE));
        head(getTranslation("title.review"), getTranslation("review.intro"), export, sign);
        add(new RightsTabs(firm, "review"));
        ReviewGrid grid = new ReviewGrid(review, person, firm, formats);
        add(filters(person, firm, grid), grid);
        block(getTranslation("review.signed"), signed(person, firm));
    }

    private Div filters(UserAccountId person, FirmCard firm, ReviewGrid grid) {
        ComboBox<ClientCompanyCard> company = new ComboBox<>(getTranslation("column.company"));
        company.setItems(
                habilitations.clientCompaniesOf(person).stream()
                        .filter(card -> card.firm().equals(firm.id()))
                        .toList());
        company.setItemLabelGenerator(ClientCompanyCard::legalName);
        company.setClearButtonVisible(true);
        ComboBox<PersonCard> colleague = new ComboBox<>(getTranslation("rights.holder"));
        colleague.setItems(accounts.colleaguesOf(firm.id()));
        colleague.setItemLabelGenerator(card -> card.name().display());
        colleague.setClearButtonVisible(true);
        Runnable change =
                () -> {
                    ClientCompanyCard one = company.getValue();
                    PersonCard who = colleague.getValue();
                    grid.show(
                            new ReviewFilter(
                                    one == null ? null : one.tenant(),
                                    who == null ? null : who.id()));
                };
        company.addValueChangeListener(event -> change.run());
        colleague.addValueChangeListener(event -> change.run());
        Div filters = new Div(company, colleague);
        filters.addClassName("filters");
        return filters;
    }

    private Sheet sheet(List<SignedReview> reviews) {
        Sheet sheet =
                new Sheet(
                        Set.of(2, 3, 4, 5),
                        getTranslation("review.at"),
                        getTranslation("review.by"),
                        getTranslation("review.people"),
                        getTranslation("review.companies"),
                        getTranslation("review.habilitations"),
                        getTranslation("review.delegations"));
        reviews.forEach(one ->
                sheet.row(
                        formats.moment(one.at()),
                        one.reviewer().name().display(),
                        Integer.toString(one.people()),
                        Integer.toString(one.companies()),
                        Integer.toString(one.habilitations()),
                        Integer.toString(one.delegations())));
        return sheet;
    }

    private Div signed(UserAccountId person, FirmCard firm) {
        List<SignedReview> reviews = review.signed(person, firm.shortName());
        if (reviews.isEmpty()) {
            return new Div(new Paragraph(getTranslation("review.none")));
        }
        return new Div(sheet(reviews));
    }

    private void sign(UserAccountId person, FirmCard firm) {
        review.sign(person, firm.shortName());
        Toast.done(getTranslation("review.done"));
        show(person, firm);
    }
}
