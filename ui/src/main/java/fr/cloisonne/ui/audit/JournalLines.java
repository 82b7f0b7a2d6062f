package fr.cloisonne.ui.audit;

import com.vaadin.flow.component.Component;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a journal for pages of other features. */
@org.springframework.stereotype.Component
public class JournalLines {

    /** Reads the lines that follow one, or the first ones. */
    @FunctionalInterface
    public interface Reading {

        /** At most so many, the newest first. */
        List<AuditEntry> after(@Nullable AuditEntry last, int limit);
    }

    private final Sentences sentences;
    private final Formats formats;

    JournalLines(Sentences sentences, Formats formats) {
        this.sentences = sentences;
        this.formats = formats;
    }

    /** As sentences; older ones come when asked for. */
    public Component of(Reading reading) {
        return new AuditLines(reading::after, sentences, formats);
    }
}
