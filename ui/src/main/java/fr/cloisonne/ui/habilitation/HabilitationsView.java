package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.HabilitationLine;
import fr.cloisonne.identity.habilitation.HabilitationPage;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Predicate;

/** Who may do what in the firm: delegations given and received, and the lasting rights. */
@Route(value = "f/:firm/habilitations", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class HabilitationsView extends FirmPage {

    private final HabilitationPage page;
    private final Habilitations habilitations;
    private final Granting granting;
    private final Delegation delegation;
    private final StepUp stepUp;
    private final Profiles profiles;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public HabilitationsView(
            Reader reader,
            Habilitations habilitations,
            HabilitationPage page,
            Granting granting,
            Delegation delegation,
            StepUp stepUp,
            Profiles profiles,
            Formats formats) {
        super(reader, habilitations, "habilitations");
        this.page = page;
        this.habilitations = habilitations;
        this.granting = granting;
        this.delegation = delegation;
        this.stepUp = stepUp;
        this.profiles = profiles;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(new RightsDesk(person, firm, page, habilitations, granting, delegation, profiles));
    }

    private void fill(RightsDesk desk) {
        removeAll();
        Button delegate = new Button(getTranslation("rights.delegate.open"));
        delegate.addThemeVariants(ButtonVariant.PRIMARY);
        delegate.addClickListener(press -> open(desk, true));
        Button grant = new Button(getTranslation("rights.grant.open"));
        grant.addClickListener(press -> open(desk, false));
        head(
                getTranslation("title.habilitations"),
                getTranslation("rights.intro", desk.firm().legalName()),
                grant,
                delegate);
        List<HabilitationLine> lines = desk.lines();
        sheet("rights.given", desk, lines, line -> isGivenBy(line, desk.person()));
        sheet(
                "rights.received",
                desk,
                lines,
                line -> line.delegation() != null && line.holder().id().equals(desk.person()));
        sheet(
                "rights.others",
                desk,
                lines,
                line ->
                        line.delegation() != null
                                && !isGivenBy(line, desk.person())
                                && !line.holder().id().equals(desk.person()));
        sheet("rights.lasting", desk, lines, line -> line.delegation() == null);
    }

    private static boolean isGivenBy(HabilitationLine line, UserAccountId person) {
        var giver = line.giver();
        return giver != null && giver.id().equals(person);
    }

    private void sheet(
            String title,
            RightsDesk desk,
            List<HabilitationLine> lines,
            Predicate<HabilitationLine> kept) {
        List<HabilitationLine> shown = lines.stream().filter(kept).toList();
        if (shown.isEmpty() && title.equals("rights.others")) {
            return;
        }
        Section section =
                new Section(
                        new H2(getTranslation(title)),
                        new RightsSheet(desk, formats, shown, () -> fill(desk)));
        section.addClassName("block");
        add(section);
    }

    private void open(RightsDesk desk, boolean delegating) {
        new RightsDialog(desk, stepUp, formats, delegating, () -> fill(desk)).open();
    }
}
