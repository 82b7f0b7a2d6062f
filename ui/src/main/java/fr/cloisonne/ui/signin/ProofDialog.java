package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinRequest;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.identity.signin.Proving.Outcome;
import fr.cloisonne.ui.enamel.Notice;

/** Asks the person to show again who they are, then does the one act that waited for it. */
class ProofDialog extends Dialog {

    private final Proving proving;
    private final UserAccountId person;
    private final Runnable act;
    private final Div refusal = new Div();
    private final PasswordField password = new PasswordField();

    ProofDialog(Proving proving, UserAccountId person, Runnable act) {
        this.proving = proving;
        this.person = person;
        this.act = act;
        setHeaderTitle(getTranslation("proof.title"));
        setWidth("min(420px, 100vw)");
        password.setLabel(getTranslation("signin.password"));
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setWidthFull();
        password.setAutofocus(true);
        add(new Paragraph(getTranslation("proof.text")), refusal, password);
        Button cancel = new Button(getTranslation("act.cancel"), press -> close());
        Button confirm = new Button(getTranslation("proof.confirm"), press -> prove());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(cancel, confirm);
    }

    private void prove() {
        Outcome outcome =
                proving.byPassword(
                        person, password.getValue(), VaadinRequest.getCurrent().getRemoteAddr());
        if (outcome == Outcome.PROVEN) {
            close();
            act.run();
        } else {
            refusal.removeAll();
            refusal.add(Notice.refusal(getTranslation("proof." + outcome.name())));
            password.clear();
            password.focus();
        }
    }
}
