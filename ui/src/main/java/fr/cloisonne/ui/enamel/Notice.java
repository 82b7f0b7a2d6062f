package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A word to the reader in the place where it matters; refusals are announced at once. */
public final class Notice extends Div {

    private Notice(String tone, String role, String text) {
        super(new Paragraph(text));
        addClassNames("notice", tone);
        getElement().setAttribute("role", role);
    }

    /** What went well, or is good to know. */
    public static Notice information(String text) {
        return new Notice("slate", "status", text);
    }

    /** What was refused, and what to do; it comes into sight in a form that is taller than that. */
    public static Notice refusal(String text) {
        Notice refusal = new Notice("vermilion", "alert", text);
        refusal.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        return refusal;
    }
}
