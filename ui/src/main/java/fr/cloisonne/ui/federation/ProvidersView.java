package fr.cloisonne.ui.federation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Through which providers of its own a firm's people sign in. */
@Route(value = "f/:firm/providers", layout = MainLayout.class)
@PermitAll
@Needs(Right.MANAGE_SIGN_IN)
public class ProvidersView extends FirmPage {

    private final FirmProviders providers;
    private final StepUp stepUp;

    /** The page; Spring makes one for each visit. */
    public ProvidersView(
            Reader reader, Habilitations habilitations, FirmProviders providers, StepUp stepUp) {
        super(reader, habilitations, "providers");
        this.providers = providers;
        this.stepUp = stepUp;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(new ProvidersDesk(person, firm, providers, stepUp));
    }

    private void fill(ProvidersDesk desk) {
        removeAll();
        Button add = new Button(getTranslation("provider.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
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
    }
}
