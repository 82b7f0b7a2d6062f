package fr.cloisonne.ui.absence;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.habilitation.AbsenceWish;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.ui.enamel.DayRange;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From when until when, who stands in, for which companies, and why; a sentence says it again. */
class AbsenceForm extends VerticalLayout {

    private static final int REASON_LENGTH = 500;

    private enum Extent {
        WHOLE,
        CHOSEN
    }

    private final ComboBox<PersonCard> substitute = new ComboBox<>();
    private final RadioButtonGroup<Extent> extent = new RadioButtonGroup<>();
    private final MultiSelectComboBox<ClientCompanyCard> companies = new MultiSelectComboBox<>();
    private final Checkbox later = new Checkbox();
    private final Checkbox administration = new Checkbox();
    private final TextField reason = new TextField();
    private final Paragraph summary = new Paragraph();
    private final DayRange days;
    private final Formats formats;

    AbsenceForm(AbsenceDesk desk, Formats formats) {
        this.formats = formats;
        days =
                new DayRange(
                        getTranslation("absence.first"),
                        getTranslation("absence.last"),
                        formats.today());
        days.whenChanged(this::tell);
        people(desk);
        places(desk);
        reason.setLabel(getTranslation("absence.reason"));
        reason.setMaxLength(REASON_LENGTH);
        reason.setWidthFull();
        summary.addClassName("summary");
        summary.getElement().setAttribute("role", "status");
        setPadding(false);
        add(days, substitute, extent, companies, later, administration, reason, summary);
        tell();
    }

    private void people(AbsenceDesk desk) {
        substitute.setLabel(getTranslation("absence.substitute"));
        substitute.setItems(desk.colleagues());
        substitute.setItemLabelGenerator(person -> person.name().display());
        substitute.setRequiredIndicatorVisible(true);
        substitute.setWidthFull();
        substitute.addValueChangeListener(change -> tell());
    }

    private void places(AbsenceDesk desk) {
        extent.setLabel(getTranslation("absence.extent"));
        extent.setItems(Extent.values());
        extent.setItemLabelGenerator(one -> getTranslation("absence.extent." + one.name()));
        extent.setValue(Extent.WHOLE);
        extent.addValueChangeListener(change -> tell());
        companies.setLabel(getTranslation("absence.companies"));
        companies.setItems(desk.portfolio());
        companies.setItemLabelGenerator(ClientCompanyCard::legalName);
        companies.setI18n(ComponentTexts.manyOf(companies));
        companies.setWidthFull();
        companies.addValueChangeListener(change -> tell());
        later.setLabel(getTranslation("absence.later"));
        later.addValueChangeListener(change -> tell());
        administration.setLabel(getTranslation("absence.administration"));
        administration.setVisible(desk.administers());
    }

    /** What was asked for, once enough is said. */
    Optional<AbsenceWish> wish() {
        PersonCard to = substitute.getValue();
        Optional<DayRange.Days> when = days.days();
        boolean whole = extent.getValue() == Extent.WHOLE;
        say(substitute, to == null, "absence.substitute.missing");
        boolean noCompany = !whole && companies.getValue().isEmpty();
        companies.setInvalid(noCompany);
        companies.setErrorMessage(getTranslation("absence.companies.missing"));
        if (to == null || when.isEmpty() || noCompany) {
            return Optional.empty();
        }
        Set<TenantId> chosen =
                companies.getValue().stream()
                        .map(ClientCompanyCard::tenant)
                        .collect(Collectors.toSet());
        return Optional.of(
                new AbsenceWish(
                        to.id(),
                        whole ? Set.of() : chosen,
                        later.getValue(),
                        administration.getValue(),
                        when.get().first(),
                        when.get().last(),
                        reason.getValue()));
    }

    private void say(ComboBox<PersonCard> field, boolean missing, String text) {
        field.setInvalid(missing);
        field.setErrorMessage(getTranslation(text));
    }

    private void tell() {
        boolean whole = extent.getValue() == Extent.WHOLE;
        companies.setVisible(!whole);
        later.setVisible(whole);
        PersonCard to = substitute.getValue();
        summary.setText(
                to == null
                        ? getTranslation("absence.summary.none")
                        : getTranslation(
                                "absence.summary",
                                to.name().display(),
                                places(whole),
                                formats.day(days.first()),
                                formats.day(days.last())));
    }

    private String places(boolean whole) {
        if (!whole) {
            return getTranslation("absence.places.chosen", companies.getValue().size());
        }
        return getTranslation(later.getValue() ? "absence.places.later" : "absence.places.whole");
    }
}
