package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.technical.ClientMethod;
import fr.cloisonne.identity.technical.ConnectionScope;
import fr.cloisonne.identity.technical.NewConnection;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection's name, what it may do, for whom, how it proves itself and until when. */
class NewConnectionForm extends VerticalLayout {

    private static final int NAME_LENGTH = 100;

    private final TextField name = new TextField();
    private final CheckboxGroup<ConnectionScope> scopes = new CheckboxGroup<>();
    private final RadioButtonGroup<Boolean> wholeFirm = new RadioButtonGroup<>();
    private final MultiSelectComboBox<ClientCompanyCard> companies = new MultiSelectComboBox<>();
    private final RadioButtonGroup<ClientMethod> method = new RadioButtonGroup<>();
    private final TextArea key = new TextArea();
    private final DatePicker last;

    NewConnectionForm(ConnectionsDesk desk, Formats formats) {
        last =
                ComponentTexts.datePicker(
                        getTranslation("connection.last"), formats.today(), getLocale());
        last.setMin(formats.today());
        last.setHelperText(getTranslation("connection.last.help"));
        last.setClearButtonVisible(true);
        name.setLabel(getTranslation("connection.name"));
        name.setHelperText(getTranslation("connection.name.help"));
        name.setMaxLength(NAME_LENGTH);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        scopes.setLabel(getTranslation("connection.scopes"));
        scopes.setItems(ConnectionScope.values());
        scopes.setItemLabelGenerator(scope -> getTranslation("connection.scope." + scope.name()));
        scopes.setValue(Set.of(ConnectionScope.FLOWS_READ));
        where(desk);
        proof();
        told(name, "NAME");
        told(scopes, "SCOPES");
        told(companies, "COMPANIES");
        told(key, "KEY");
        setPadding(false);
        add(name, scopes, wholeFirm, companies, method, key, last);
    }

    private void told(HasValidation field, String refused) {
        field.setManualValidation(true);
        field.setErrorMessage(getTranslation("connection.refused." + refused));
    }

    private void where(ConnectionsDesk desk) {
        wholeFirm.setLabel(getTranslation("connection.companies"));
        wholeFirm.setItems(true, false);
        wholeFirm.setItemLabelGenerator(whole ->
                getTranslation(whole ? "connection.for.firm" : "connection.for.companies"));
        wholeFirm.setValue(true);
        wholeFirm.addValueChangeListener(
                change -> companies.setVisible(!Boolean.TRUE.equals(change.getValue())));
        companies.setLabel(getTranslation("connection.for.which"));
        companies.setItems(desk.companies());
        companies.setItemLabelGenerator(ClientCompanyCard::legalName);
        companies.setI18n(ComponentTexts.manyOf(companies));
        companies.setVisible(false);
        companies.setWidthFull();
    }

    private void proof() {
        method.setLabel(getTranslation("connection.method"));
        method.setItems(ClientMethod.SECRET, ClientMethod.KEY);
        method.setItemLabelGenerator(way -> getTranslation("connection.method." + way.name()));
        method.setValue(ClientMethod.SECRET);
        method.addValueChangeListener(
                change -> key.setVisible(change.getValue() == ClientMethod.KEY));
        key.setLabel(getTranslation("connection.key"));
        key.setHelperText(getTranslation("connection.key.help"));
        key.setWidthFull();
        key.setMinRows(4);
        key.setVisible(false);
    }

    /** What is asked for, once nothing that is needed is missing; each field says what it lacks. */
    Optional<NewConnection> wish() {
        boolean some = Boolean.FALSE.equals(wholeFirm.getValue());
        boolean keyed = method.getValue() == ClientMethod.KEY;
        name.setInvalid(name.getValue().isBlank());
        scopes.setInvalid(scopes.getValue().isEmpty());
        companies.setInvalid(some && companies.getValue().isEmpty());
        key.setInvalid(keyed && key.getValue().isBlank());
        boolean whole =
                Stream.<HasValidation>of(name, scopes, companies, key, last)
                        .noneMatch(HasValidation::isInvalid);
        return whole ? Optional.of(asked(some, keyed)) : Optional.empty();
    }

    private NewConnection asked(boolean some, boolean keyed) {
        Set<TenantId> chosen =
                companies.getValue().stream()
                        .map(ClientCompanyCard::tenant)
                        .collect(Collectors.toSet());
        return new NewConnection(
                name.getValue(),
                scopes.getValue(),
                some ? chosen : null,
                keyed ? key.getValue() : null,
                last.getValue());
    }
}
