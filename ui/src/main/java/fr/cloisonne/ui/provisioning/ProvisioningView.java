package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.provisioning.GroupSheet;
import fr.cloisonne.identity.provisioning.ProvisioningConnection;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** By which connections the firm's directory comes in, and what its groups give. */
@Route(value = "f/:firm/provisioning", layout = MainLayout.class)
@PermitAll
@Needs(Right.DELEGATE)
public class ProvisioningView extends FirmPage {

    private final ProvisioningDesks desks;

    /** The page; Spring makes one for each visit. */
    public ProvisioningView(Reader reader, Habilitations habilitations, ProvisioningDesks desks) {
        super(reader, habilitations, "provisioning");
        this.desks = desks;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(desks.of(person, firm));
    }

    private void fill(ProvisioningDesk desk) {
        removeAll();
        Button add = new Button(getTranslation("provisioning.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(press -> new ConnectionDialog(desk, () -> fill(desk)).open());
        head(
                getTranslation("title.provisioning"),
                getTranslation("provisioning.intro", desk.firm().legalName()),
                add);
        Span address = new Span(desk.address());
        address.addClassName("mono");
        add(new Facts().wide(getTranslation("provisioning.address"), address));
        List<ProvisioningConnection> connections = desk.connections();
        if (connections.isEmpty()) {
            add(
                    nothing(
                            getTranslation("provisioning.none"),
                            getTranslation("provisioning.none.next")));
            return;
        }
        connections.forEach(
                one -> block(one.name(), new ConnectionBlock(desk, one, () -> fill(desk))));
        List<GroupSheet> groups = desk.groups();
        if (groups.isEmpty()) {
            block(
                    getTranslation("provisioning.groups"),
                    new Paragraph(getTranslation("provisioning.groups.none")));
        }
        groups.forEach(group ->
                block(
                        getTranslation("provisioning.group", group.displayName()),
                        new GroupBlock(desk, group, () -> fill(desk))));
    }
}
