package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.registration.Capacity;
import fr.cloisonne.identity.registration.RegistrationForm;
import fr.cloisonne.ui.text.Translations;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who registers, and for which structure; each field says what is wrong with it. */
class RegistrationFields extends Div {

    private final TextField email = field("register.email", "email", 254);
    private final TextField given = field("register.given", "given-name", 100);
    private final TextField family = field("register.family", "family-name", 100);
    private final CompanyNumber company;
    private final RadioButtonGroup<Capacity> capacity = new RadioButtonGroup<>();
    private final Checkbox terms = new Checkbox();
    private final Span termsMissing = new Span();

    RegistrationFields(Translations words) {
        company = new CompanyNumber(words);
        addClassName("fields");
        email.getElement().setAttribute("type", "email");
        capacity.setLabel(getTranslation("register.capacity"));
        capacity.setItems(Capacity.values());
        capacity.setItemLabelGenerator(one -> getTranslation("capacity." + one.name()));
        capacity.setValue(Capacity.LEGAL_REPRESENTATIVE);
        terms.setLabel(getTranslation("register.terms"));
        Anchor read = new Anchor("terms", getTranslation("register.terms.read"));
        read.setTarget("_blank");
        termsMissing.addClassName("fault");
        termsMissing.getElement().setAttribute("role", "alert");
        add(email, given, family, company, capacity, terms, read, termsMissing);
    }

    private TextField field(String key, String autocomplete, int longest) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    /** The form, once every field holds. */
    Optional<RegistrationForm> form() {
        // Each is asked, so that every field says at once what it lacks.
        EmailAddress address =
                read(
                        email,
                        typed ->
                                EmailAddress.tryParse(typed)
                                        .orElseThrow(IllegalArgumentException::new),
                        "register.email.wrong");
        String first = read(given, RegistrationFields::name, "register.name.wrong");
        String last = read(family, RegistrationFields::name, "register.name.wrong");
        var number = company.typed();
        termsMissing.setText(terms.getValue() ? "" : getTranslation("register.terms.missing"));
        return address == null
                        || first == null
                        || last == null
                        || number.isEmpty()
                        || !terms.getValue()
                ? Optional.empty()
                : Optional.of(
                        new RegistrationForm(
                                address,
                                new PersonName(first, last),
                                number.get().siren(),
                                number.get().siret(),
                                capacity.getValue()));
    }

    void refuseCompany(String why) {
        company.refuse(why);
        company.focus();
    }

    /** A name that can be shown, checked as all names are. */
    private static String name(String typed) {
        return new PersonName(typed, typed).given();
    }

    private <T> @Nullable T read(TextField field, Function<String, T> parse, String wrong) {
        try {
            T value = parse.apply(field.getValue());
            field.setInvalid(false);
            return value;
        } catch (IllegalArgumentException invalid) {
            refuse(field, getTranslation(field.isEmpty() ? "invalid.empty" : wrong));
            return null;
        }
    }

    private static void refuse(TextField field, String why) {
        field.setInvalid(true);
        field.setErrorMessage(why);
    }
}
