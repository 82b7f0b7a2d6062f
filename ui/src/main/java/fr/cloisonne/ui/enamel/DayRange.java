package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import fr.cloisonne.ui.text.ComponentTexts;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last day of a time that begins today at the earliest and lasts twelve months at
 * most; the day that does not fit says so itself.
 */
public class DayRange extends Div {

    private static final int USUAL_DAYS = 14;
    private static final int MONTHS = 12;

    private final LocalDate today;
    private final DatePicker first;
    private final DatePicker last;

    /**
     * Both days.
     *
     * @param first the first, from its beginning
     * @param last the last, to its end
     */
    public record Days(LocalDate first, LocalDate last) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Two weeks from today.
     *
     * @param first label of the first day
     * @param last label of the last one
     * @param today the day before which none may begin
     */
    public DayRange(String first, String last, LocalDate today) {
        this.today = today;
        this.first = day(first, today);
        this.last = day(last, today.plusDays(USUAL_DAYS));
        this.first.addValueChangeListener(change -> follow());
        this.last.addValueChangeListener(change -> told(this.last, wrong(this.last.getValue())));
        follow();
        addClassName("days");
        add(this.first, this.last);
    }

    private DatePicker day(String label, LocalDate usual) {
        DatePicker day = ComponentTexts.datePicker(label, today, getLocale());
        day.setValue(usual);
        day.setRequiredIndicatorVisible(true);
        day.setManualValidation(true);
        day.addValidationStatusChangeListener(change -> {
            if (!change.getNewStatus()) {
                told(day, "date.unreadable");
            }
        });
        return day;
    }

    private void follow() {
        LocalDate from = first.getValue();
        first.setMin(today);
        last.setMin(from == null ? today : from);
        last.setMax(from == null ? null : from.plusMonths(MONTHS));
        told(first, from != null && from.isBefore(today) ? "days.past" : null);
        told(last, wrong(last.getValue()));
    }

    private @Nullable String wrong(@Nullable LocalDate until) {
        LocalDate from = first.getValue();
        if (until == null || from == null) {
            return null;
        }
        return until.isBefore(from)
                ? "days.backwards"
                : until.isAfter(from.plusMonths(MONTHS)) ? "days.long" : null;
    }

    private void told(DatePicker day, @Nullable String text) {
        day.setInvalid(text != null);
        day.setErrorMessage(text == null ? "" : getTranslation(text));
    }

    /**
     * Says whenever one of the days has changed.
     *
     * @param change what is done then
     */
    public void whenChanged(Runnable change) {
        first.addValueChangeListener(changed -> change.run());
        last.addValueChangeListener(changed -> change.run());
    }

    /**
     * The first day.
     *
     * @return null where none can be read
     */
    public @Nullable LocalDate first() {
        return first.getValue();
    }

    /**
     * The last day.
     *
     * @return null where none can be read
     */
    public @Nullable LocalDate last() {
        return last.getValue();
    }

    /**
     * Both days, if they hold.
     *
     * @return nothing where one is wrong, which then says why
     */
    public Optional<Days> days() {
        LocalDate from = first.getValue();
        LocalDate until = last.getValue();
        if (from == null) {
            told(first, "date.unreadable");
        }
        if (until == null) {
            told(last, "date.unreadable");
        }
        return from == null || until == null || first.isInvalid() || last.isInvalid()
                ? Optional.empty()
                : Optional.of(new Days(from, until));
    }
}
