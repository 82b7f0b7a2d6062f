package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.FirmProviders;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.ProviderRefusedException;
import fr.cloisonne.identity.federation.ProviderSheet;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.shell.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What the claims of one of the firm's providers give to whoever signs in by it. */
@Route(value = "f/:firm/providers/:provider/rights", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class ClaimGroupsView extends FirmPage {

    private final ProvisioningDesks desks;
    private final FirmProviders providers;
    private String provider = "";

    /** The page; Spring makes one for each visit. */
    public ClaimGroupsView(
            Reader reader,
            Habilitations habilitations,
            ProvisioningDesks desks,
            FirmProviders providers) {
        super(reader, habilitations, "claims");
        this.desks = desks;
        this.providers = providers;
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        provider = event.getRouteParameters().get("provider").orElse("");
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        ProviderId id = ProviderId.tryParse(provider).orElseThrow(NotFoundException::new);
        try {
            fill(desks.of(person, firm), providers.get(person, firm.shortName(), id));
        } catch (ProviderRefusedException gone) {
            throw new NotFoundException();
        }
    }

    private void fill(ProvisioningDesk desk, ProviderSheet sheet) {
        removeAll();
        Runnable again = () -> fill(desk, sheet);
        Button add = new Button(getTranslation("claim.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(press -> new ClaimDialog(desk, sheet, again).open());
        head(
                getTranslation("claim.title", sheet.form().label()),
                getTranslation("claim.intro"),
                link(getTranslation("try.back"), "f/" + desk.firm().shortName() + "/providers"),
                add);
        List<GroupSheet> groups = desk.groups(sheet.id());
        if (groups.isEmpty()) {
            add(nothing(getTranslation("claim.none"), getTranslation("claim.none.next")));
        }
        groups.forEach(group ->
                block(
                        group.claim() + " = " + group.displayName(),
                        new GroupBlock(desk, group, again, forget(desk, sheet, group, again))));
    }

    private Button forget(
            ProvisioningDesk desk, ProviderSheet sheet, GroupSheet group, Runnable again) {
        Button forget = new Button(getTranslation("claim.forget"));
        forget.setAriaLabel(getTranslation("claim.forget.of", group.displayName()));
        forget.addClickListener(press ->
                desk.attempt(
                        this,
                        () -> {
                            desk.forget(sheet.id(), group);
                            Toast.done(getTranslation("claim.done.forgotten"));
                            again.run();
                        },
                        Toast::refusal));
        return forget;
    }
}
