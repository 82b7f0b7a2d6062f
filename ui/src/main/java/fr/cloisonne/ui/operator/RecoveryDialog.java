package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.recovery.OperatorRecoveries;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.typed.Typed;
import java.util.Optional;
import java.util.function.Consumer;

/** For whom an operator attests, and how they made sure. */
class RecoveryDialog extends Dialog {

    /** What is done with it. */
    interface Attest {

        /** Attests, or says why not; whether it was done at once. */
        boolean attest(EmailAddress email, String reason, Consumer<String> refusal);
    }

    private final Attest attest;
    private final Div refusal = new Div();
    private final TextField person = new TextField();
    private final TextArea reason = new TextArea();

    RecoveryDialog(Attest attest) {
        this.attest = attest;
        setHeaderTitle(getTranslation("recoveries.attest"));
        setWidth("min(520px, 100vw)");
        person.setLabel(getTranslation("recoveries.person"));
        person.setRequiredIndicatorVisible(true);
        person.setManualValidation(true);
        person.setErrorMessage(getTranslation("register.email.wrong"));
        person.setWidthFull();
        reason.setLabel(getTranslation("attest.reason"));
        reason.setHelperText(getTranslation("recoveries.reason.help"));
        reason.setMaxLength(OperatorRecoveries.REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        add(new Paragraph(getTranslation("recoveries.text")), refusal, person, reason);
        Typed.in(this);
        Button give = new Button(getTranslation("attest.act"), press -> give());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), give);
    }

    private void give() {
        Optional<EmailAddress> address = EmailAddress.tryParse(person.getValue());
        person.setInvalid(address.isEmpty());
        refusal.removeAll();
        address.ifPresent(email -> {
            if (attest.attest(email, reason.getValue(), this::refuse)) {
                close();
            }
        });
    }

    private void refuse(String why) {
        refusal.removeAll();
        refusal.add(Notice.refusal(why));
    }
}
