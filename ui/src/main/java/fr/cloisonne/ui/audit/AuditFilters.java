package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.audit.ActKind;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What narrows the journal: a person, what the act is about, a client, two days. */
class AuditFilters extends Div {

    private final ComboBox<PersonCard> person = new ComboBox<>();
    private final Select<ActKind> kind = new Select<>();
    private final ComboBox<ClientCompanyCard> company = new ComboBox<>();
    private final DatePicker from;
    private final DatePicker to;
    private final Formats formats;

    AuditFilters(
            List<PersonCard> people,
            List<ClientCompanyCard> companies,
            Formats formats,
            Consumer<AuditQuery> changed) {
        this.formats = formats;
        LocalDate today = formats.today();
        from = ComponentTexts.datePicker(getTranslation("audit.from"), today, getLocale());
        to = ComponentTexts.datePicker(getTranslation("audit.to"), today, getLocale());
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
        from.setWidth("160px");
        to.setWidth("160px");
        person.addValueChangeListener(change -> changed.accept(query()));
        kind.addValueChangeListener(change -> changed.accept(query()));
        company.addValueChangeListener(change -> changed.accept(query()));
        from.addValueChangeListener(change -> changed.accept(query()));
        to.addValueChangeListener(change -> changed.accept(query()));
        addClassName("filters");
        add(person, kind, company, from, to);
    }

    private String words(@Nullable ActKind one) {
        return getTranslation(one == null ? "filter.any" : "audit.kind." + one.name());
    }

    private AuditQuery query() {
        PersonCard who = person.getValue();
        ClientCompanyCard where = company.getValue();
        return new AuditQuery(
                who == null ? null : who.id(),
                kind.getValue(),
                where == null ? null : where.path(),
                beginning(from.getValue()),
                to.getValue() == null ? null : beginning(to.getValue().plusDays(1)));
    }

    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : formats.beginning(day);
    }
}
