package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;

/**
 * The button of a form: its act is done once, however fast it is asked for again, and the Enter key
 * in a line of text asks for it too. A field that opens a list, and a text of several lines, keep
 * that key to themselves.
 */
public final class FormAct {

    /** The field tells first what was typed. */
    private static final String ENTER =
            """
            const act = $0;
            const lines = 'vaadin-text-field, vaadin-password-field, vaadin-email-field';
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && !event.isComposing && event.target.closest(lines)) {
                event.preventDefault();
                event.target.dispatchEvent(new Event('change', {bubbles: true}));
                setTimeout(() => act.click());
              }
            });
            """;

    private FormAct() {}

    /**
     * The one act that counts on its page or in its dialog.
     *
     * @param words of the button
     * @param form in which the fields are, or will be
     * @param press does the act, or has the fields say what they lack
     * @return the button
     */
    public static Button primary(String words, Component form, Runnable press) {
        Button act = plain(words, form, press);
        act.addThemeVariants(ButtonVariant.PRIMARY);
        return act;
    }

    /**
     * An act like others of its page.
     *
     * @param words of the button
     * @param form in which the fields are, or will be
     * @param press does the act, or has the fields say what they lack
     * @return the button
     */
    public static Button plain(String words, Component form, Runnable press) {
        Button act = new Button(words);
        act.setDisableOnClick(true);
        act.addClickListener(pressed -> {
            try {
                press.run();
            } finally {
                act.setEnabled(!(form instanceof Dialog dialog) || dialog.isOpened());
            }
        });
        form.addAttachListener(attached -> {
            form.getElement().executeJs(ENTER, act.getElement());
            if (attached.isInitialAttach()) {
                forgives(form);
            }
        });
        return act;
    }

    /** What a field was told to lack is no longer said once it is changed; days see to it alone. */
    private static void forgives(Component part) {
        if (part instanceof HasValue<?, ?> field
                && part instanceof HasValidation told
                && !(part instanceof DatePicker)) {
            field.addValueChangeListener(change -> told.setInvalid(false));
        } else {
            part.getChildren().forEach(FormAct::forgives);
        }
    }
}
