package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.technical.ClientSecret;
import fr.cloisonne.identity.technical.CreatedClient;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;

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

    private TextField field(String label, String value) {
        TextField field = new TextField(getTranslation(label));
        field.setValue(value);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        Button copy = new Button(getTranslation("act.copy"), press -> copy(value));
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel(getTranslation("act.copy.what", getTranslation(label)));
        field.setSuffixComponent(copy);
        return field;
    }

    private void copy(String value) {
        getElement()
                .executeJs("return navigator.clipboard.writeText($0)", value)
                .then(copied -> Toast.done(getTranslation("act.copied")));
    }
}
