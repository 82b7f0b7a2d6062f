package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import fr.cloisonne.ui.typed.Typed;
import java.util.function.BiConsumer;
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
        this(
                title,
                label,
                act,
                needed,
                (words, close) -> {
                    close.run();
                    answer.accept(words);
                });
    }

    /**
     * A dialog that stays until it is told to close, so that a refusal costs nobody their words.
     *
     * @param title what is answered
     * @param label what to write
     * @param act words of the button
     * @param needed whether something must be written
     * @param answer takes what was written, and what closes the dialog
     */
    public AnswerDialog(
            String title,
            String label,
            String act,
            boolean needed,
            BiConsumer<String, Runnable> answer) {
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
            give.setEnabled(true);
            if (!missing) {
                answer.accept(words.getValue(), this::close);
            }
        });
        add(words);
        Typed.in(this);
        setWidth("min(480px, 92vw)");
        getFooter().add(new Button(getTranslation("act.cancel"), press -> close()), give);
    }
}
