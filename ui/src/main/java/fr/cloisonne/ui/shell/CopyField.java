package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.textfield.TextField;

/** A text that is there to be taken elsewhere. */
public class CopyField extends TextField {

    /**
     * The field.
     *
     * @param caption what the text is
     * @param text what is copied
     */
    public CopyField(String caption, String text) {
        super(caption);
        setValue(text);
        setReadOnly(true);
        setAutoselect(true);
        setWidthFull();
        setSuffixComponent(new CopyButton(caption, text));
    }
}
