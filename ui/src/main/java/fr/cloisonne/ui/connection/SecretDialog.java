package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import fr.cloisonne.identity.technical.ClientSecret;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.CopyField;

/** A client's name and its secret, which nobody can be shown a second time. */
class SecretDialog extends Dialog {

    SecretDialog(CreatedClient made) {
        ClientSecret secret = made.secret();
        setHeaderTitle(
                getTranslation(secret == null ? "connection.made" : "connection.secret.title"));
        setWidth("min(620px, 100vw)");
        // A slip of the mouse must not lose it.
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        VerticalLayout content = new VerticalLayout();
        content.setPadding(false);
        if (secret != null) {
            content.add(Notice.information(getTranslation("connection.secret.once")));
        }
        content.add(field("connection.client", made.clientId()));
        if (secret != null) {
            content.add(field("connection.secret", secret.clear()));
        }
        add(content);
        Button kept =
                new Button(
                        getTranslation(secret == null ? "act.close" : "connection.secret.kept"),
                        press -> close());
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(kept);
    }

    private CopyField field(String label, String value) {
        return new CopyField(getTranslation(label), value);
    }
}
