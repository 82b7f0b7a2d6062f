package fr.cloisonne.ui.account;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.OwnActivity;
import fr.cloisonne.ui.audit.JournalLines;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.ComponentTexts;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one did with one's account and what was tried with it, the newest first. */
@Route(value = "account/activity", layout = MainLayout.class)
@PermitAll
public class ActivityView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Reader reader;
    private final transient OwnActivity activity;
    private final transient JournalLines journal;
    private final Formats formats;
    private final DatePicker from;
    private final DatePicker to;
    private final Div lines = new Div();

    /** The page; Spring makes one for each visit. */
    public ActivityView(
            Reader reader, OwnActivity activity, JournalLines journal, Formats formats) {
        this.reader = reader;
        this.activity = activity;
        this.journal = journal;
        this.formats = formats;
        from = day("audit.from");
        to = day("audit.to");
    }

    private DatePicker day(String label) {
        DatePicker day =
                ComponentTexts.datePicker(getTranslation(label), formats.today(), getLocale());
        day.setClearButtonVisible(true);
        day.addValueChangeListener(change -> read());
        return day;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        head(getTranslation("title.activity"), getTranslation("activity.intro"));
        Div filters = new Div(from, to);
        filters.addClassName("filters");
        add(filters, lines);
        read();
    }

    private void read() {
        UserAccountId person = reader.person();
        Instant begin = beginning(from.getValue(), 0);
        Instant end = beginning(to.getValue(), 1);
        lines.removeAll();
        lines.add(journal.of((last, limit) -> activity.page(person, begin, end, last, limit)));
    }

    private @Nullable Instant beginning(@Nullable LocalDate day, int later) {
        return day == null ? null : formats.beginning(day.plusDays(later));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.activity") + " · Cloisonné";
    }
}
