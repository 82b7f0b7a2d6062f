package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.text.Formats;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The journal as a table to take away, read page by page however long it is. */
class AuditTable {

    private static final int PAGE = 500;

    private final ReadJournal journal;
    private final Sentences sentences;
    private final Formats formats;
    private final Locale language;

    AuditTable(ReadJournal journal, Sentences sentences, Formats formats, Locale language) {
        this.journal = journal;
        this.sentences = sentences;
        this.formats = formats;
        this.language = language;
    }

    /** Writes all that the query finds, and gives the number of rows. */
    long write(AuditQuery asked, TableFile to) throws IOException {
        to.row(sentences.columns(language));
        long rows = 0;
        AuditEntry last = null;
        List<AuditEntry> page;
        do {
            page = journal.page(asked, last, PAGE);
            List<String> said = sentences.of(page, language);
            for (int i = 0; i < page.size(); i++) {
                to.row(cells(page.get(i), said.get(i)));
            }
            rows += page.size();
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
        return rows;
    }

    private List<String> cells(AuditEntry entry, String said) {
        var company = entry.company();
        return List.of(
                formats.moment(entry.at()),
                company == null ? "" : company.legalName(),
                company == null ? "" : company.path().siren().value(),
                Long.toString(entry.n()),
                name(entry.actor()),
                name(entry.onBehalfOf()),
                entry.act(),
                said,
                entry.details().toString());
    }

    private static String name(@Nullable PersonCard person) {
        return person == null ? "" : person.name().display();
    }
}
