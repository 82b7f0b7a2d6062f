package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationLine;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Predicate;

/** What is lent in the firm: delegations given and received, and those of others. */
@Route(value = "f/:firm/habilitations", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class HabilitationsView extends FirmPage {

    private final RightsDesks desks;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    HabilitationsView(
            Reader reader, Habilitations habilitations, RightsDesks desks, Formats formats) {
        super(reader, habilitations, "habilitations");
        this.desks = desks;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(desks.at(person, firm));
    }

    private void fill(RightsDesk desk) {
        removeAll();
        Button delegate = new Button(getTranslation("rights.delegate.open"));
        delegate.addThemeVariants(ButtonVariant.PRIMARY);
        delegate.addClickListener(
                press -> new RightsDialog(desk, formats, () -> fill(desk)).open());
        head(
                getTranslation("title.habilitations"),
                getTranslation("rights.intro", desk.firm().legalName()),
                delegate);
        add(new RightsTabs(desk.firm(), "habilitations"));
        List<DelegationLine> lines = desk.delegations();
        Predicate<DelegationLine> given = line -> line.giver().id().equals(desk.person());
        Predicate<DelegationLine> received = line -> line.holder().id().equals(desk.person());
        sheet("rights.given", desk, lines, given);
        sheet("rights.received", desk, lines, received);
        sheet("rights.others", desk, lines, given.or(received).negate());
    }

    private void sheet(
            String title,
            RightsDesk desk,
            List<DelegationLine> lines,
            Predicate<DelegationLine> kept) {
        List<DelegationLine> shown = lines.stream().filter(kept).toList();
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
}
