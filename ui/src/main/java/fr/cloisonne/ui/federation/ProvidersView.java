package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderRequirement;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.OtherWayNeededException;
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

/** Through which providers of its own a firm's people sign in. */
@Route(value = "f/:firm/providers", layout = MainLayout.class)
@PermitAll
@Needs(Right.SEE_SIGN_IN)
public class ProvidersView extends FirmPage {

    private final Habilitations habilitations;
    private final FirmProviders providers;
    private final ProviderRequirement requirement;
    private final StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public ProvidersView(
            Reader reader,
            Habilitations habilitations,
            FirmProviders providers,
            ProviderRequirement requirement,
            StepUp stepUp,
            Formats formats) {
        super(reader, habilitations, "providers");
        this.habilitations = habilitations;
        this.providers = providers;
        this.requirement = requirement;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        boolean manages =
                habilitations.firmRights(person, firm.shortName()).contains(Right.MANAGE_SIGN_IN);
        fill(new ProvidersDesk(person, firm, providers, requirement, stepUp, manages));
    }

    private void fill(ProvidersDesk desk) {
        removeAll();
        Button add = new Button(getTranslation("provider.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setVisible(desk.manages());
        add.addClickListener(press -> new ProviderDialog(desk, null, () -> fill(desk)).open());
        head(
                getTranslation("title.providers"),
                getTranslation("provider.intro", desk.firm().legalName()),
                link(getTranslation("title.domains"), "f/" + desk.firm().shortName() + "/domains"),
                add);
        List<ProviderSheet> all = desk.all();
        if (all.isEmpty()) {
            add(nothing(getTranslation("provider.none"), getTranslation("provider.none.next")));
        }
        all.forEach(
                one -> block(one.form().label(), new ProviderBlock(desk, one, () -> fill(desk))));
        if (!all.isEmpty()) {
            block(
                    getTranslation("required.title"),
                    new RequirementBlock(desk, desk.requirement(), formats, () -> anew(desk)));
        }
    }

    /** The rule may have shut the page to the very session that made it. */
    private void anew(ProvidersDesk desk) {
        try {
            fill(desk);
        } catch (OtherWayNeededException shut) {
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }
}
