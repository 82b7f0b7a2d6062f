package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.audit.ActKind;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.text.ComponentTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What narrows the journal: words, a person, what the act is about, a client, two days. */
class AuditFilters extends Div {

    private final TextField text = new TextField();
    private final ComboBox<PersonCard> person = new ComboBox<>();
    private final Select<ActKind> kind = new Select<>();
    private final ComboBox<ClientCompanyCard> company = new ComboBox<>();
    private final DatePicker from;
    private final DatePicker to;

    AuditFilters(
            List<PersonCard> people,
            List<ClientCompanyCard> companies,
            LocalDate today,
            AuditAddress address,
            Consumer<AuditAddress> changed) {
        from = ComponentTexts.datePicker(getTranslation("audit.from"), today, getLocale());
        to = ComponentTexts.datePicker(getTranslation("audit.to"), today, getLocale());
        text.setLabel(getTranslation("audit.text"));
        text.setPlaceholder(getTranslation("audit.text.hint"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setWidth("160px");
        person.setLabel(getTranslation("audit.person"));
        person.setItems(people);
        person.setItemLabelGenerator(card -> card.name().display());
        person.setClearButtonVisible(true);
        kind.setLabel(getTranslation("audit.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("filter.any"));
        kind.setItems(ActKind.values());
        kind.setItemLabelGenerator(this::words);
        company.setLabel(getTranslation("column.company"));
        company.setItems(companies);
        company.setItemLabelGenerator(ClientCompanyCard::legalName);
        company.setClearButtonVisible(true);
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        Stream.<HasSize>of(person, kind, company, from, to)
                .forEach(field -> field.setWidth("150px"));
        fill(people, companies, address);
        Stream.<HasValue<?, ?>>of(text, person, kind, company, from, to)
                .forEach(field -> field.addValueChangeListener(change -> changed.accept(read())));
        addClassName("filters");
        person.setVisible(!people.isEmpty());
        company.setVisible(!companies.isEmpty());
        add(text, person, kind, company, from, to);
    }

    private String words(@Nullable ActKind one) {
        return getTranslation(one == null ? "filter.any" : "audit.kind." + one.name());
    }

    private void fill(
            List<PersonCard> people, List<ClientCompanyCard> companies, AuditAddress address) {
        text.setValue(address.text());
        people.stream()
                .filter(card -> card.id().value().equals(address.person()))
                .findFirst()
                .ifPresent(person::setValue);
        kind.setValue(address.kind());
        companies.stream()
                .filter(card -> card.path().siren().equals(address.company()))
                .findFirst()
                .ifPresent(company::setValue);
        from.setValue(address.from());
        to.setValue(address.to());
    }

    /** As it stands in the fields, without what the address said and no field can show. */
    AuditAddress read() {
        PersonCard who = person.getValue();
        ClientCompanyCard where = company.getValue();
        return new AuditAddress(
                text.getValue().strip(),
                who == null ? null : who.id().value(),
                kind.getValue(),
                where == null ? null : where.path().siren(),
                from.getValue(),
                to.getValue());
    }
}
