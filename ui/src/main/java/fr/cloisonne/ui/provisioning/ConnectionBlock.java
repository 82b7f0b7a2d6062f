package fr.cloisonne.ui.provisioning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.provisioning.ProvisioningConnection;
import fr.cloisonne.identity.provisioning.ProvisioningConnection.Token;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.shell.Toast;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connection: its tokens, when they were used last, and what can be done with it. */
class ConnectionBlock extends Div {

    private static final Duration OVERLAP = Duration.ofDays(7);

    private final ProvisioningDesk desk;
    private final ProvisioningConnection connection;
    private final Runnable changed;

    ConnectionBlock(ProvisioningDesk desk, ProvisioningConnection connection, Runnable changed) {
        this.desk = desk;
        this.connection = connection;
        this.changed = changed;
        Instant over = connection.revoked();
        if (over != null) {
            add(new Paragraph(getTranslation("provisioning.revoked", moment(over))));
            return;
        }
        if (connection.tokens().isEmpty()) {
            add(new Paragraph(getTranslation("provisioning.expired")));
        }
        connection.tokens().forEach(token -> add(facts(token)));
        Div acts = new Div();
        acts.addClassNames("acts", "form-acts");
        acts.add(
                button("provisioning.rotate", "provisioning.rotate.text", this::rotate),
                button("provisioning.revoke", "provisioning.revoke.text", this::revoke));
        add(acts);
    }

    private Facts facts(Token token) {
        return new Facts()
                .with(getTranslation("provisioning.created"), moment(token.created()))
                .with(getTranslation("provisioning.expires"), moment(token.expires()))
                .with(getTranslation("provisioning.used"), moment(token.lastUsed()));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : desk.formats().moment(at);
    }

    private Button button(String name, String text, Runnable act) {
        return new Button(
                getTranslation(name),
                press -> {
                    ConfirmDialog dialog =
                            new ConfirmDialog(
                                    getTranslation(name),
                                    getTranslation(text, connection.name()),
                                    getTranslation(name),
                                    yes -> act.run());
                    dialog.setCancelable(true);
                    dialog.setCancelText(getTranslation("act.cancel"));
                    dialog.open();
                });
    }

    private void rotate() {
        desk.attempt(
                this,
                () ->
                        new TokenDialog(desk.rotate(connection.id(), OVERLAP).token(), changed)
                                .open(),
                Toast::refusal);
    }

    private void revoke() {
        desk.attempt(
                this,
                () -> {
                    desk.revoke(connection.id());
                    Toast.done(getTranslation("provisioning.done.revoked"));
                    changed.run();
                },
                Toast::refusal);
    }
}
