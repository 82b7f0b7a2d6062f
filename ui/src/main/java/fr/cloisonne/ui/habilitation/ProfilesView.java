package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Area;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Level;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The profiles that the firm can give: what each allows, area by area. */
@Route(value = "f/:firm/profiles", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class ProfilesView extends FirmPage {

    private final RightsDesks desks;

    /** The page; Spring makes one for each visit. */
    ProfilesView(Reader reader, Habilitations habilitations, RightsDesks desks) {
        super(reader, habilitations, "profiles");
        this.desks = desks;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(desks.at(person, firm));
    }

    private void fill(RightsDesk desk) {
        removeAll();
        Button make = new Button(getTranslation("profiles.make"));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(press -> new ProfileDialog(desk, null, () -> fill(desk)).open());
        head(getTranslation("title.profiles"), getTranslation("profiles.intro"), make);
        List<String> headings = new ArrayList<>();
        headings.add(getTranslation("rights.profile"));
        for (Area area : Area.values()) {
            headings.add(getTranslation("area." + area.name()));
        }
        headings.add(getTranslation("people.act"));
        Sheet sheet = new Sheet(Set.of(), headings.toArray(String[]::new));
        sheet.addClassName("stacked");
        desk.profiles().forEach(profile -> sheet.row(cells(desk, profile)));
        add(new RightsTabs(desk.firm(), "profiles"), sheet);
    }

    private Component[] cells(RightsDesk desk, ProfileSheet profile) {
        List<Component> cells = new ArrayList<>();
        cells.add(new Span(ProfileNames.of(this, profile)));
        for (Area area : Area.values()) {
            cells.add(level(profile, area));
        }
        cells.add(profile.ships() ? ships() : acts(desk, profile));
        return cells.toArray(Component[]::new);
    }

    private Span level(ProfileSheet profile, Area area) {
        if (profile.rights().contains(Right.of(area, Level.MODIFY))) {
            return new Span(getTranslation("level.MODIFY"));
        }
        boolean reads = profile.rights().contains(Right.of(area, Level.CONSULT));
        Span words = new Span(reads ? getTranslation("level.CONSULT") : "–");
        words.addClassName("quiet");
        return words;
    }

    private Span ships() {
        Span words = new Span(getTranslation("profiles.ships"));
        words.addClassName("quiet");
        return words;
    }

    private EditActs acts(RightsDesk desk, ProfileSheet profile) {
        return new EditActs(
                ProfileNames.of(this, profile),
                () -> new ProfileDialog(desk, profile, () -> fill(desk)).open(),
                () ->
                        desk.perform(
                                this,
                                () ->
                                        desk.services()
                                                .profileEditing()
                                                .remove(desk.person(), desk.firmName(), profile),
                                () -> fill(desk)));
    }
}
