package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.ui.shell.CompanyAddress;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The journal, newest first, as sentences; older lines come when asked for. */
class AuditLines extends Div {

    /** How many lines are read at a time. */
    static final int PAGE = 50;

    /** Reads the lines that follow one, or the first ones. */
    interface Source {
        List<AuditEntry> after(@Nullable AuditEntry last, int limit);
    }

    /** Reads one chain, whose lines follow each other by their numbers. */
    interface OneChain extends Source {

        List<AuditEntry> before(long number, int limit);

        @Override
        default List<AuditEntry> after(@Nullable AuditEntry last, int limit) {
            return before(last == null ? Long.MAX_VALUE : last.n(), limit);
        }
    }

    private final UnorderedList list = new UnorderedList();
    private final Button older = new Button();
    private final Source source;
    private final Sentences sentences;
    private final Formats formats;
    private final Function<AuditEntry, Optional<Anchor>> matter;
    private @Nullable AuditEntry last;

    AuditLines(Source source, Sentences sentences, Formats formats) {
        this(source, sentences, formats, AuditLines::company);
    }

    AuditLines(
            Source source,
            Sentences sentences,
            Formats formats,
            Function<AuditEntry, Optional<Anchor>> matter) {
        this.source = source;
        this.sentences = sentences;
        this.formats = formats;
        this.matter = matter;
        list.addClassName("lines");
        older.setText(getTranslation("audit.older"));
        older.addThemeVariants(ButtonVariant.TERTIARY);
        older.addClickListener(press -> read());
        add(list, older);
        read();
    }

    private void read() {
        List<AuditEntry> entries = source.after(last, PAGE);
        List<String> said = sentences.of(entries, getLocale());
        for (int i = 0; i < entries.size(); i++) {
            list.add(line(entries.get(i), said.get(i)));
        }
        older.setVisible(entries.size() == PAGE);
        if (!entries.isEmpty()) {
            last = entries.getLast();
        } else if (last == null) {
            add(new Paragraph(getTranslation("audit.empty")));
        }
    }

    /** In which company it was done, where the journal shows several. */
    private static Optional<Anchor> company(AuditEntry entry) {
        return Optional.ofNullable(entry.company())
                .map(card -> new Anchor(CompanyAddress.to(card.path(), ""), card.legalName()));
    }

    private ListItem line(AuditEntry entry, String said) {
        Span sentence = new Span(said);
        sentence.addClassName("grow");
        Span when = new Span(formats.moment(entry.at()));
        when.addClassName("when");
        ListItem line = new ListItem(sentence);
        matter.apply(entry).ifPresent(line::add);
        line.add(when);
        return line;
    }
}
