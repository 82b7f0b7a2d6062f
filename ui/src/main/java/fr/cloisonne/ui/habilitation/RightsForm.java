package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.ProfileSheet;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixPerson;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.ui.enamel.DayRange;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** To whom, over what, which profiles, from when to when, and why; a sentence says it all again. */
class RightsForm extends VerticalLayout {

    private static final int REASON_LENGTH = 500;

    /** What was asked for. */
    record Wish(UserAccountId colleague, Loan loan) {}

    private final ComboBox<MatrixPerson> colleague;
    private final MultiSelectComboBox<MatrixRow> places;
    private final CheckboxGroup<ProfileSheet> profiles = new CheckboxGroup<>();
    private final DayRange days;
    private final TextField reason = new TextField();
    private final Paragraph summary = new Paragraph();
    private final RightsDesk desk;
    private final Formats formats;

    RightsForm(RightsDesk desk, Formats formats) {
        this.desk = desk;
        this.formats = formats;
        colleague = People.one(desk, getTranslation("rights.colleague"));
        places = Places.field(desk, getTranslation("rights.scope"));
        days =
                new DayRange(
                        getTranslation("rights.first"),
                        getTranslation("rights.last"),
                        formats.today());
        days.whenChanged(this::tell);
        colleague.setRequiredIndicatorVisible(true);
        colleague.addValueChangeListener(change -> tell());
        places.setPlaceholder(getTranslation("scope.firm"));
        places.setHelperText(getTranslation("rights.scope.help"));
        places.addValueChangeListener(change -> tell());
        profiles(desk.profiles());
        reason();
        summary.addClassName("summary");
        summary.getElement().setAttribute("role", "status");
        setPadding(false);
        add(colleague, places, profiles, days, reason, summary);
        tell();
    }

    private void profiles(List<ProfileSheet> sheets) {
        profiles.setLabel(getTranslation("rights.profile"));
        profiles.setItems(sheets);
        profiles.setItemLabelGenerator(sheet -> ProfileNames.choice(this, sheet));
        profiles.setValue(Set.of(sheets.getFirst()));
        profiles.setErrorMessage(getTranslation("refused.NOTHING"));
        profiles.addValueChangeListener(change -> tell());
    }

    private void reason() {
        reason.setLabel(getTranslation("rights.reason"));
        reason.setMaxLength(REASON_LENGTH);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.LAZY);
    }

    /** What is asked for, once enough is said. */
    Optional<Wish> wish() {
        MatrixPerson to = colleague.getValue();
        Optional<DayRange.Days> when = days.days();
        Set<ProfileSheet> chosen = profiles.getValue();
        colleague.setInvalid(to == null);
        colleague.setErrorMessage(getTranslation("rights.colleague.missing"));
        profiles.setInvalid(chosen.isEmpty());
        if (to == null || when.isEmpty() || chosen.isEmpty()) {
            return Optional.empty();
        }
        Loan loan =
                new Loan(
                        scopes(),
                        chosen.stream().map(ProfileSheet::profile).collect(Collectors.toSet()),
                        when.get().first(),
                        when.get().last(),
                        reason.getValue());
        return Optional.of(new Wish(to.card().id(), loan));
    }

    private Set<Scope> scopes() {
        Set<MatrixRow> chosen = places.getValue();
        return chosen.isEmpty()
                ? Set.of(new Scope.WholeFirm(desk.firm().id()))
                : chosen.stream().map(MatrixRow::scope).collect(Collectors.toSet());
    }

    private void tell() {
        MatrixPerson to = colleague.getValue();
        summary.setText(to == null ? getTranslation("rights.summary.none") : sentence(to));
    }

    private String sentence(MatrixPerson to) {
        return getTranslation(
                "rights.summary",
                People.name(to),
                profiles.getValue().stream()
                        .map(sheet -> ProfileNames.may(this, sheet))
                        .collect(Collectors.joining(", ")),
                where(),
                formats.day(days.first()),
                formats.day(days.last()));
    }

    private String where() {
        Set<MatrixRow> chosen = places.getValue();
        return chosen.isEmpty()
                ? getTranslation("scope.in.firm")
                : getTranslation(
                        "scope.in.company",
                        chosen.stream()
                                .map(row -> Places.name(this, row))
                                .collect(Collectors.joining(", ")));
    }
}
