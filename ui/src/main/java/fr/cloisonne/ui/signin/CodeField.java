package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.textfield.TextField;

/** A field for a one-time code, which telephones and password stores fill in by themselves. */
public class CodeField extends TextField {

    private static final int LONGEST = 40;

    /** An empty field. */
    public CodeField(String label) {
        super(label);
        setMaxLength(LONGEST);
        setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.NONE);
        getElement().setAttribute("autocomplete", "one-time-code");
        getElement().setAttribute("autocorrect", "off");
        getElement().setAttribute("spellcheck", "false");
    }
}
