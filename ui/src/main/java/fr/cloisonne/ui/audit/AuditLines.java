package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.ui.text.Formats;
import java.util.List;

/** The journal, newest first, as sentences; older lines come when asked for. */
class AuditLines extends Div {

    /** How many lines are read at a time. */
    static final int PAGE = 50;

    /** Reads lines older than a number. */
    interface Source {
        List<AuditEntry> before(long number, int limit);
    }

    private final UnorderedList list = new UnorderedList();
    private final Button older = new Button();
    private final Source source;
    private final Sentences sentences;
    private final Formats formats;
    private long oldest = Long.MAX_VALUE;

    AuditLines(Source source, Sentences sentences, Formats formats) {
        this.source = source;
        this.sentences = sentences;
        this.formats = formats;
        list.addClassName("lines");
        older.setText(getTranslation("audit.older"));
        older.addThemeVariants(ButtonVariant.TERTIARY);
        older.addClickListener(press -> read());
        add(list, older);
        read();
    }

    private void read() {
        List<AuditEntry> entries = source.before(oldest, PAGE);
        entries.forEach(entry -> list.add(line(entry)));
        older.setVisible(entries.size() == PAGE);
        if (!entries.isEmpty()) {
            oldest = entries.getLast().n();
        } else if (oldest == Long.MAX_VALUE) {
            add(new Paragraph(getTranslation("audit.empty")));
        }
    }

    private ListItem line(AuditEntry entry) {
        Span sentence = new Span(sentences.of(entry, getLocale()));
        sentence.addClassName("grow");
        Span when = new Span(formats.moment(entry.at()));
        when.addClassName("when");
        return new ListItem(sentence, when);
    }
}
