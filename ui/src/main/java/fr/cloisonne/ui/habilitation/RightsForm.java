package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To whom, over what, which profile, from when to when, and why; a sentence says it all again. */
class RightsForm extends VerticalLayout {

    private static final int USUAL_DAYS = 14;
    private static final int REASON_LENGTH = 500;

    /** What was asked for. */
    record Wish(
            UserAccountId colleague,
            Scope scope,
            Profile profile,
            LocalDate first,
            LocalDate last,
            String reason) {}

    private final ComboBox<PersonCard> colleague = new ComboBox<>();
    private final ComboBox<ClientCompanyCard> company = new ComboBox<>();
    private final RadioButtonGroup<ProfileSheet> profile = new RadioButtonGroup<>();
    private final DatePicker first;
    private final DatePicker last;
    private final TextField reason = new TextField();
    private final Paragraph summary = new Paragraph();
    private final FirmCard firm;
    private final Formats formats;
    private final boolean dated;

    RightsForm(RightsDesk desk, Formats formats, boolean dated) {
        this.firm = desk.firm();
        this.formats = formats;
        this.dated = dated;
        LocalDate today = formats.today();
        first = ComponentTexts.datePicker(getTranslation("rights.first"), today, getLocale());
        last = ComponentTexts.datePicker(getTranslation("rights.last"), today, getLocale());
        people(desk);
        companies(desk);
        profiles(desk.profiles());
        days(today);
        Div days = new Div(first, last);
        days.addClassName("acts");
        days.setVisible(dated);
        summary.addClassName("summary");
        summary.getElement().setAttribute("role", "status");
        setPadding(false);
        add(colleague, company, profile, days, reason, summary);
        tell();
    }

    private void people(RightsDesk desk) {
        colleague.setLabel(getTranslation("rights.colleague"));
        colleague.setItems(desk.colleagues());
        colleague.setItemLabelGenerator(person -> person.name().display());
        colleague.setRequiredIndicatorVisible(true);
        colleague.setWidthFull();
        colleague.addValueChangeListener(change -> tell());
    }

    private void companies(RightsDesk desk) {
        company.setLabel(getTranslation("rights.scope"));
        company.setPlaceholder(getTranslation("scope.firm"));
        company.setHelperText(getTranslation("rights.scope.help"));
        company.setClearButtonVisible(true);
        company.setItems(desk.companies());
        company.setItemLabelGenerator(ClientCompanyCard::legalName);
        company.setWidthFull();
        company.addValueChangeListener(change -> tell());
    }

    private void profiles(List<ProfileSheet> sheets) {
        profile.setLabel(getTranslation("rights.profile"));
        profile.setItems(sheets);
        profile.setItemLabelGenerator(sheet -> ProfileNames.choice(this, sheet));
        profile.setValue(sheets.getFirst());
        profile.addValueChangeListener(change -> tell());
    }

    private void days(LocalDate today) {
        first.setValue(today);
        first.setMin(today);
        last.setValue(today.plusDays(USUAL_DAYS));
        last.setMin(today);
        first.addValueChangeListener(change -> tell());
        last.addValueChangeListener(change -> tell());
        reason.setLabel(getTranslation("rights.reason"));
        reason.setMaxLength(REASON_LENGTH);
        reason.setWidthFull();
        reason.setVisible(dated);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
    }

    /** What is asked for, once enough is said. */
    Optional<Wish> wish() {
        PersonCard to = colleague.getValue();
        LocalDate from = first.getValue();
        LocalDate until = last.getValue();
        colleague.setInvalid(to == null);
        colleague.setErrorMessage(getTranslation("rights.colleague.missing"));
        if (to == null || from == null || until == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Wish(
                        to.id(),
                        scope(),
                        profile.getValue().profile(),
                        from,
                        until,
                        reason.getValue()));
    }

    private Scope scope() {
        ClientCompanyCard one = company.getValue();
        return Scope.of(firm.id(), one == null ? null : one.tenant());
    }

    private void tell() {
        PersonCard to = colleague.getValue();
        summary.setText(to == null ? getTranslation("rights.summary.none") : sentence(to));
    }

    private String sentence(PersonCard to) {
        ClientCompanyCard one = company.getValue();
        return getTranslation(
                dated ? "rights.summary" : "rights.summary.granted",
                to.name().display(),
                ProfileNames.may(this, profile.getValue()),
                one == null ? getTranslation("scope.in.firm") : place(one),
                shown(first.getValue()),
                shown(last.getValue()));
    }

    private String place(ClientCompanyCard one) {
        return getTranslation("scope.in.company", one.legalName());
    }

    private String shown(@Nullable LocalDate day) {
        return formats.day(day);
    }
}
