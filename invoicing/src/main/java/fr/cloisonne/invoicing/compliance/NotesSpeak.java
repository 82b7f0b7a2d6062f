package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.En16931Invoice.Note;
import fr.cloisonne.invoicing.reading.Reading.Document;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * CLO-NOTE: an obligatory mention (PMT, PMD, AAB) says something: BR-FR-05 counts it even where its
 * text (BT-22) is empty.
 */
@Component
final class NotesSpeak implements ComplianceRule {

    private static final Set<String> OBLIGATORY = Set.of("PMT", "PMD", "AAB");

    @Override
    public Stream<Anomaly> check(Document document, CheckContext context) {
        return document.invoice().notes().stream()
                .filter(note -> obligatory(note.subject()) && blank(note))
                .map(note -> Anomaly.error("CLO-NOTE", "BT-22", note.subject(), null));
    }

    private static boolean obligatory(@Nullable String subject) {
        return subject != null && OBLIGATORY.contains(subject);
    }

    private static boolean blank(Note note) {
        return note.text() == null || note.text().isBlank();
    }
}
