package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Takes a text to the clipboard, and says so. */
public class CopyButton extends Button {

    /**
     * The button.
     *
     * @param caption what the text is, for whoever does not see it beside
     * @param text what is copied
     */
    public CopyButton(String caption, String text) {
        setText(getTranslation("act.copy"));
        setAriaLabel(getTranslation("act.copy.what", caption));
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClickListener(press ->
                getElement()
                        .executeJs("return navigator.clipboard.writeText($0)", text)
                        .then(copied -> Toast.done(getTranslation("act.copied"))));
    }
}
