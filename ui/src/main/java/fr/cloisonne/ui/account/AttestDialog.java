package fr.cloisonne.ui.account;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.recovery.RecoveryRefusedException;
import fr.cloisonne.ui.enamel.DialogFoot;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.typed.Typed;
import java.util.List;
import java.util.function.BiConsumer;

/** An administrator attests who a colleague is that has lost every second factor, and says how. */
class AttestDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final StepUp stepUp;
    private final BiConsumer<UserAccountId, String> attest;
    private final Div refusal = new Div();
    private final ComboBox<PersonCard> colleague = new ComboBox<>();
    private final TextArea reason = new TextArea();

    AttestDialog(
            List<PersonCard> colleagues, StepUp stepUp, BiConsumer<UserAccountId, String> attest) {
        this.stepUp = stepUp;
        this.attest = attest;
        setHeaderTitle(getTranslation("attest.title"));
        setWidth("min(520px, 100vw)");
        colleague.setLabel(getTranslation("rights.colleague"));
        colleague.setItems(colleagues);
        colleague.setItemLabelGenerator(person -> person.name().display());
        colleague.setRequiredIndicatorVisible(true);
        colleague.setWidthFull();
        reason.setLabel(getTranslation("attest.reason"));
        reason.setHelperText(getTranslation("attest.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setErrorMessage(getTranslation("attest.refused.NO_REASON"));
        reason.setWidthFull();
        add(new Paragraph(getTranslation("attest.text")), refusal, colleague, reason);
        Typed.in(this);
        DialogFoot.of(this, getTranslation("attest.act"), this::give);
    }

    private void give() {
        PersonCard person = colleague.getValue();
        colleague.setInvalid(person == null);
        colleague.setErrorMessage(getTranslation("rights.colleague.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        if (person != null && !reason.isInvalid()) {
            stepUp.perform(() -> give(person.id()));
        }
    }

    private void give(UserAccountId person) {
        refusal.removeAll();
        try {
            attest.accept(person, reason.getValue());
            close();
            Toast.done(getTranslation("attest.done"));
        } catch (RecoveryRefusedException refused) {
            refusal.add(Notice.refusal(getTranslation("attest.refused." + refused.reason())));
        }
    }
}
