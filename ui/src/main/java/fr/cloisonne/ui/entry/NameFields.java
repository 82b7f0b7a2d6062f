package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.PersonName;
import java.util.Optional;

/** A person's name, as they say it themselves. */
public class NameFields extends Div {

    private final TextField given = field("register.given", "given-name");
    private final TextField family = field("register.family", "family-name");

    /** Filled with the name as it is known. */
    public NameFields(PersonName name) {
        addClassName("fields");
        given.setValue(name.given());
        family.setValue(name.family());
        add(given, family);
    }

    private TextField field(String key, String autocomplete) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(100);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    /** The name, if both parts can be shown; otherwise the field says so. */
    public Optional<PersonName> name() {
        boolean first = holds(given);
        return holds(family) && first
                ? Optional.of(new PersonName(given.getValue(), family.getValue()))
                : Optional.empty();
    }

    private boolean holds(TextField field) {
        boolean holds = PersonName.isShowable(field.getValue());
        field.setInvalid(!holds);
        field.setErrorMessage(
                holds
                        ? ""
                        : getTranslation(
                                field.isEmpty() ? "invalid.empty" : "register.name.wrong"));
        return holds;
    }
}
