package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import fr.cloisonne.ui.typed.Typed;
import java.util.function.Consumer;

/** Asks why before an answer is given to somebody. */
public class AnswerDialog extends Dialog {

    private static final int LONGEST = 500;

    /**
     * A dialog that is not open yet.
     *
     * @param title what is answered
     * @param label what to write
     * @param act words of the button
     * @param needed whether something must be written
     * @param answer takes what was written
     */
    public AnswerDialog(
            String title, String label, String act, boolean needed, Consumer<String> answer) {
        setHeaderTitle(title);
        TextArea words = new TextArea(label);
        words.setMaxLength(LONGEST);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(needed);
        words.setManualValidation(true);
        words.setErrorMessage(getTranslation("invalid.empty"));
        Button give = new Button(act);
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.setDisableOnClick(true);
        give.addClickListener(press -> {
            boolean missing = needed && words.getValue().isBlank();
            words.setInvalid(missing);
            if (missing) {
                give.setEnabled(true);
            } else {
                close();
                answer.accept(words.getValue());
            }
        });
        add(words);
        Typed.in(this);
        setWidth("min(480px, 92vw)");
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), give);
    }
}
