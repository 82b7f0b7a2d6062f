package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.issuer.IssuerAddress;
import fr.cloisonne.identity.technical.ConnectionCredentials;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.TechnicalConnection;
import fr.cloisonne.identity.technical.TechnicalConnections;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The machines that act for the firm: which, for whom, with which secret, since and until when. */
@Route(value = "f/:firm/connections", layout = MainLayout.class)
@PermitAll
@Needs(Right.SEE_CONNECTIONS)
public class ConnectionsView extends FirmPage {

    private final TechnicalConnections connections;
    private final ConnectionCredentials credentials;
    private final Habilitations habilitations;
    private final IssuerAddress issuer;
    private final StepUp stepUp;
    private final Formats formats;

    /** The page; Spring makes one for each visit. */
    public ConnectionsView(
            Reader reader,
            Habilitations habilitations,
            TechnicalConnections connections,
            ConnectionCredentials credentials,
            IssuerAddress issuer,
            StepUp stepUp,
            Formats formats) {
        super(reader, habilitations, "connections");
        this.habilitations = habilitations;
        this.connections = connections;
        this.credentials = credentials;
        this.issuer = issuer;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        fill(new ConnectionsDesk(person, firm, connections, credentials, habilitations, stepUp));
    }

    private void fill(ConnectionsDesk desk) {
        removeAll();
        Button add = new Button(getTranslation("connection.new"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(
                press -> new NewConnectionDialog(desk, formats, () -> fill(desk)).open());
        add.setVisible(desk.mayManage());
        Button tool = new Button(getTranslation("tool.new"));
        tool.addClickListener(press -> new NewToolDialog(desk, () -> fill(desk)).open());
        tool.setVisible(desk.mayManage());
        head(
                getTranslation("title.connections"),
                getTranslation("connection.intro", desk.firm().legalName()),
                tool,
                add);
        List<TechnicalConnection> all = desk.connections();
        if (all.isEmpty()) {
            add(nothing(getTranslation("connection.none"), getTranslation("connection.none.next")));
        }
        for (TechnicalConnection connection : all) {
            block(
                    connection.name(),
                    new ConnectionBlock(desk, connection, formats, () -> fill(desk)));
        }
        block(getTranslation("connection.protocol"), protocol());
    }

    private Facts protocol() {
        String scopes =
                Arrays.stream(ConnectionScope.values())
                        .map(ConnectionScope::code)
                        .collect(Collectors.joining(" "));
        return new Facts()
                .wide(getTranslation("connection.protocol.token"), mono(issuer.token()))
                .wide(getTranslation("connection.protocol.metadata"), mono(issuer.metadata()))
                .wide(getTranslation("connection.protocol.discovery"), mono(issuer.discovery()))
                .wide(getTranslation("connection.protocol.scopes"), mono(scopes));
    }

    static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }
}
