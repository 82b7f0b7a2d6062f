package fr.cloisonne.ui.company;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.Iban;
import fr.cloisonne.tenancy.value.InvalidIdentifierException;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.VatNumber;
import fr.cloisonne.ui.text.Translations;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who a client company is; each field says at once what is wrong with it. */
class CompanyFields extends FormLayout {

    private static final int SIRET_LENGTH = 14;

    private final Translations words;
    private final TextField identifier = field("addition.identifier", 30);
    private final TextField name = field("addition.name", 200);
    private final TextField vat = field("addition.vat", 20);
    private final TextField iban = field("addition.iban", 42);
    private final TextField street = field("addition.street", 100);
    private final TextField more = field("addition.more", 100);
    private final TextField postalCode = field("addition.postal-code", 12);
    private final TextField city = field("addition.city", 100);
    private final Select<SizeCategory> size = new Select<>();
    private String prefilled = "";

    CompanyFields(Translations words) {
        this.words = words;
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("560px", 2));
        setMaxWidth("720px");
        identifier.setHelperText(getTranslation("addition.identifier.help"));
        identifier.addValueChangeListener(change -> prefillVat());
        identifier.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        vat.setHelperText(getTranslation("addition.vat.help"));
        size.setLabel(getTranslation("addition.size"));
        size.setItems(SizeCategory.values());
        size.setItemLabelGenerator(one -> getTranslation("size." + one.name()));
        size.setValue(SizeCategory.PME);
        add(identifier, name, vat, iban, street, more, postalCode, city, size);
        for (TextField required : new TextField[] {identifier, name, street, postalCode, city}) {
            required.setRequiredIndicatorVisible(true);
            // Checked here, with words of our own; the browser's would come in its own language.
            required.setManualValidation(true);
        }
        vat.setManualValidation(true);
        iban.setManualValidation(true);
    }

    private TextField field(String key, int longest) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        return field;
    }

    private static String digits(TextField field) {
        return field.getValue().replaceAll("[\\s\\u00A0\\u202F.]", "");
    }

    /** Puts something over the whole width, right below the number. */
    void addBelowNumber(Component below) {
        addComponentAtIndex(1, below);
        setColspan(below, 2);
    }

    /** Tells each number or name that somebody types here. */
    void whenTyped(Consumer<String> numbers, Consumer<String> names) {
        identifier.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                identifier.setInvalid(false);
                numbers.accept(digits(identifier));
            }
        });
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                name.setInvalid(false);
                names.accept(name.getValue().strip());
            }
        });
    }

    /** Takes over what a directory knows; whatever it does not know stays as it was. */
    void fill(DirectoryEntry entry) {
        Siret siret = entry.siret();
        boolean whole = siren().filter(entry.siren()::equals).isPresent();
        if (!whole) {
            identifier.setValue(siret == null ? entry.siren().value() : siret.value());
        }
        prefilled = VatNumber.of(entry.siren()).value();
        vat.setValue(prefilled);
        name.setValue(entry.name());
        Optional.ofNullable(entry.size()).ifPresent(size::setValue);
        Optional.ofNullable(entry.address()).ifPresent(this::fill);
        for (TextField filled : new TextField[] {identifier, name, street, postalCode, city}) {
            filled.setInvalid(filled.isInvalid() && filled.isEmpty());
        }
        vat.focus();
    }

    private void fill(PostalAddress address) {
        street.setValue(address.line1());
        more.setValue(Optional.ofNullable(address.line2()).orElse(""));
        postalCode.setValue(address.postalCode());
        city.setValue(address.city());
    }

    private Optional<Siren> siren() {
        String typed = digits(identifier);
        return typed.length() == SIRET_LENGTH
                ? Siret.tryParse(typed).map(Siret::siren)
                : Siren.tryParse(typed);
    }

    private void prefillVat() {
        if (vat.getValue().equals(prefilled)) {
            prefilled = siren().map(siren -> VatNumber.of(siren).value()).orElse("");
            vat.setValue(prefilled);
        }
    }

    /** The form, once every field holds. */
    Optional<CompanyForm> form() {
        boolean establishment = digits(identifier).length() == SIRET_LENGTH;
        Siret siret = establishment ? read(identifier, Siret::parse) : null;
        Siren siren =
                siret != null
                        ? siret.siren()
                        : establishment ? null : read(identifier, Siren::parse);
        VatNumber number = optional(vat, VatNumber::parse);
        Iban account = optional(iban, Iban::parse);
        // Each is asked, so that every empty field says so at once.
        boolean named = filled(name);
        boolean placed = filled(street);
        boolean towned = filled(city);
        boolean coded = matches(postalCode, "\\s*[0-9]{5}\\s*");
        boolean together = siren != null && belongs(number, siren);
        if (siren == null
                || !(named && placed && towned && coded)
                || !together
                || vat.isInvalid()
                || iban.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(
                new CompanyForm(
                        siren,
                        siret,
                        number,
                        name.getValue(),
                        new PostalAddress(
                                street.getValue().strip(),
                                more.isEmpty() ? null : more.getValue().strip(),
                                postalCode.getValue().strip(),
                                city.getValue().strip(),
                                "FR"),
                        account,
                        size.getValue()));
    }

    private boolean belongs(@Nullable VatNumber number, Siren siren) {
        boolean other =
                number != null && number.siren().isPresent() && !number.siren().get().equals(siren);
        if (other) {
            refuse(vat, getTranslation("invalid.vat.other"));
        }
        return !other;
    }

    private <T> @Nullable T read(TextField field, Function<String, T> parse) {
        try {
            T value = parse.apply(digits(field));
            field.setInvalid(false);
            return value;
        } catch (InvalidIdentifierException invalid) {
            String key = "invalid." + invalid.code();
            String family = "invalid." + invalid.code().split("\\.", -1)[0];
            refuse(field, getTranslation(words.has(key, getLocale()) ? key : family));
            return null;
        }
    }

    private <T> @Nullable T optional(TextField field, Function<String, T> parse) {
        field.setInvalid(false);
        return field.isEmpty() ? null : read(field, parse);
    }

    private boolean filled(TextField field) {
        return matches(field, "(?s).*\\S.*");
    }

    private boolean matches(TextField field, String form) {
        boolean holds = field.getValue().matches(form);
        field.setInvalid(!holds);
        field.setErrorMessage(
                holds
                        ? ""
                        : getTranslation(
                                field.equals(postalCode)
                                        ? "invalid.postal-code"
                                        : "invalid.empty"));
        return holds;
    }

    private static void refuse(TextField field, String why) {
        field.setInvalid(true);
        field.setErrorMessage(why);
    }
}
