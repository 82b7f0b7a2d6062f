package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.HandOver;
import fr.cloisonne.identity.habilitation.HandOverCertificate;
import fr.cloisonne.identity.habilitation.HandOverReading;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Substitutes;
import fr.cloisonne.identity.habilitation.Substitution;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** What went from one person of the firm to another for good, and who left. */
@Route(value = "f/:firm/handovers", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class HandOversView extends FirmPage {

    private final HandOver handOver;
    private final HandOverReading reading;
    private final UserAccounts accounts;
    private final Substitution substitution;
    private final Substitutes substitutes;
    private final StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public HandOversView(
            Reader reader,
            Habilitations habilitations,
            HandOver handOver,
            HandOverReading reading,
            UserAccounts accounts,
            Substitution substitution,
            Substitutes substitutes,
            StepUp stepUp,
            Formats formats) {
        super(reader, habilitations, "handovers");
        this.handOver = handOver;
        this.reading = reading;
        this.accounts = accounts;
        this.substitution = substitution;
        this.substitutes = substitutes;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        removeAll();
        HandOverDesk desk =
                new HandOverDesk(person, firm, handOver, accounts.colleaguesOf(firm.id()), stepUp);
        Button depart = new Button(getTranslation("handover.depart.open"));
        depart.addClickListener(press -> new HandOverDialog(desk, true).open());
        Button give = new Button(getTranslation("handover.open"));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.addClickListener(press -> new HandOverDialog(desk, false).open());
        head(
                getTranslation("title.handovers"),
                getTranslation("handover.intro", firm.legalName()),
                depart,
                give);
        add(new RightsTabs(firm, "handovers"));
        List<HandOverCertificate> acts = reading.of(person, firm.shortName());
        if (acts.isEmpty()) {
            add(nothing(getTranslation("handover.empty"), getTranslation("handover.empty.next")));
        } else {
            add(sheet(firm, acts));
        }
        block(
                getTranslation("substitute.title"),
                new SubstituteBlock(
                        substitution,
                        substitutes,
                        stepUp,
                        formats,
                        person,
                        firm,
                        desk.colleagues()));
    }

    private Sheet sheet(FirmCard firm, List<HandOverCertificate> acts) {
        Sheet sheet =
                new Sheet(
                        Set.of(),
                        getTranslation("handover.at"),
                        getTranslation("handover.what"),
                        getTranslation("handover.from"),
                        getTranslation("handover.to"),
                        getTranslation("handover.proof"));
        acts.forEach(act -> row(sheet, firm, act));
        sheet.addClassName("stacked");
        return sheet;
    }

    private void row(Sheet sheet, FirmCard firm, HandOverCertificate act) {
        sheet.row(
                new Span(formats.moment(act.at())),
                new Span(
                        getTranslation(
                                act.departure() ? "handover.departure" : "handover.transfer")),
                new Span(act.from().name().display()),
                new Span(act.to().name().display()),
                new Anchor(
                        "f/" + firm.shortName() + "/handovers/" + act.id(),
                        getTranslation("handover.certificate")));
    }
}
