package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.tenancy.value.InvalidIdentifierException;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.ui.text.Translations;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The SIREN of a structure, or the SIRET of its establishment; it says what is wrong with it. */
class CompanyNumber extends TextField {

    private static final int SIREN_LENGTH = 9;

    private final transient Translations words;

    CompanyNumber(Translations words) {
        super();
        this.words = words;
        setLabel(getTranslation("register.company-number"));
        setHelperText(getTranslation("addition.identifier.help"));
        setMaxLength(24);
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        getElement().setAttribute("autocomplete", "off");
    }

    /**
     * What was typed.
     *
     * @param siren the structure
     * @param siret its establishment, where that was given
     */
    record Typed(Siren siren, @Nullable Siret siret) {}

    /** What was typed, once it holds. */
    Optional<Typed> typed() {
        if (digits().length() > SIREN_LENGTH) {
            Siret siret = number(Siret::parse);
            return siret == null ? Optional.empty() : Optional.of(new Typed(siret.siren(), siret));
        }
        Siren siren = number(Siren::parse);
        return siren == null ? Optional.empty() : Optional.of(new Typed(siren, null));
    }

    void refuse(String why) {
        setInvalid(true);
        setErrorMessage(why);
    }

    private String digits() {
        return getValue().replaceAll("[\\s\\u00A0\\u202F.]", "");
    }

    private <T> @Nullable T number(Function<String, T> parse) {
        try {
            T value = parse.apply(digits());
            setInvalid(false);
            return value;
        } catch (InvalidIdentifierException invalid) {
            String key = "invalid." + invalid.code();
            String family = "invalid." + invalid.code().split("\\.", -1)[0];
            refuse(getTranslation(words.has(key, getLocale()) ? key : family));
            return null;
        }
    }
}
