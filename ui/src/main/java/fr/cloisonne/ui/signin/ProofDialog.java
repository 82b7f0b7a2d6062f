package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.server.VaadinRequest;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.AccountFactors;
import fr.cloisonne.identity.signin.PasskeyQuestion;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.identity.signin.Proving.Outcome;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;

/**
 * Asks the person to show again who they are, by passkey, code or password, then does the one act
 * that waited for it.
 */
class ProofDialog extends Dialog {

    private final Proving proving;
    private final UserAccountId person;
    private final Runnable act;
    private final Div refusal = new Div();
    private final PasswordField password = new PasswordField(getTranslation("signin.password"));
    private final CodeField code = new CodeField(getTranslation("second.code"));
    private final Button other = new Button();
    private final Button passkey =
            new Button(getTranslation("proof.passkey"), press -> askPasskey());

    ProofDialog(Proving proving, UserAccountId person, Runnable act) {
        this.proving = proving;
        this.person = person;
        this.act = act;
        setHeaderTitle(getTranslation("proof.title"));
        setWidth("min(420px, 100vw)");
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setWidthFull();
        code.setWidthFull();
        code.setHelperText(getTranslation("second.code.help"));
        other.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        other.addClickListener(press -> ask(!code.isVisible()));
        passkey.setWidthFull();
        add(new Paragraph(getTranslation("proof.text")), refusal, passkey, password, code, other);
        DialogFoot.of(this, getTranslation("proof.confirm"), this::prove);
        AccountFactors held = proving.factors(person);
        boolean codes = held.authenticator() != null;
        passkey.setVisible(!held.passkeys().isEmpty());
        other.setVisible(codes);
        ask(codes);
    }

    private void ask(boolean forCode) {
        code.setVisible(forCode);
        password.setVisible(!forCode);
        other.setText(getTranslation(forCode ? "proof.password" : "proof.code"));
        field().focus();
    }

    private TextFieldBase<?, String> field() {
        return code.isVisible() ? code : password;
    }

    private void prove() {
        conclude(outcome(VaadinRequest.getCurrent().getRemoteAddr()));
    }

    private void askPasskey() {
        PasskeyQuestion question = proving.askPasskey(person);
        PasskeyCeremony.ask(
                this,
                question.json(),
                answer -> conclude(proving.byPasskey(person, question, answer)),
                reason -> refuse(getTranslation("passkey.none")));
    }

    private void conclude(Outcome outcome) {
        if (outcome == Outcome.PROVEN) {
            close();
            act.run();
        } else {
            refuse(getTranslation("proof." + outcome.name()));
            field().clear();
            field().focus();
        }
    }

    private void refuse(String words) {
        refusal.removeAll();
        refusal.add(Notice.refusal(words));
    }

    private Outcome outcome(String address) {
        return code.isVisible()
                ? proving.byCode(person, code.getValue(), address)
                : proving.byPassword(person, password.getValue(), address);
    }
}
