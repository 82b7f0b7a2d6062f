package fr.cloisonne.ui.invoice;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.cloisonne.invoicing.InvoiceFilter;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.ui.text.ComponentTexts;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What narrows the list: a text, a status, two days. */
class InvoiceFilters extends Div {

    private final TextField text = new TextField();
    private final Select<StatusFamily> family = new Select<>();
    private final DatePicker from;
    private final DatePicker to;

    InvoiceFilters(InvoiceFilter filter, LocalDate today, Consumer<InvoiceFilter> changed) {
        from = ComponentTexts.datePicker(getTranslation("filter.from"), today, getLocale());
        to = ComponentTexts.datePicker(getTranslation("filter.to"), today, getLocale());
        text.setLabel(getTranslation("filter.text"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setWidth("240px");
        family.setLabel(getTranslation("filter.family"));
        family.setEmptySelectionAllowed(true);
        family.setEmptySelectionCaption(getTranslation("filter.any"));
        family.setItems(StatusFamily.values());
        family.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("filter.any")
                        : getTranslation("family." + one.name()));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        from.setWidth("160px");
        to.setWidth("160px");
        fill(filter);
        text.addValueChangeListener(change -> changed.accept(filter()));
        family.addValueChangeListener(change -> changed.accept(filter()));
        from.addValueChangeListener(change -> changed.accept(filter()));
        to.addValueChangeListener(change -> changed.accept(filter()));
        addClassName("filters");
        add(text, family, from, to);
    }

    private void fill(InvoiceFilter filter) {
        String typed = filter.text();
        text.setValue(typed == null ? "" : typed);
        family.setValue(filter.family());
        from.setValue(filter.from());
        to.setValue(filter.to());
    }

    private InvoiceFilter filter() {
        String typed = text.getValue().strip();
        return new InvoiceFilter(
                typed.isEmpty() ? null : typed, family.getValue(), from.getValue(), to.getValue());
    }
}
