package fr.cloisonne.identity.maildomain;

import fr.cloisonne.identity.maildomain.DomainRows.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks again, once a day, at the zones that have proven domains. One that no longer publishes the
 * proof may have changed hands: administrators are told at once and shortly before the end, and
 * after a while the domain is proven no more. A zone that is silent says nothing, and stops no
 * count that has begun.
 */
@Component
class DomainWatch {

    private final DomainRows rows;
    private final WatchedRows watched;
    private final PublishedRecords records;
    private final MailDomainSettings settings;
    private final Clock clock;

    DomainWatch(
            DomainRows rows,
            WatchedRows watched,
            PublishedRecords records,
            MailDomainSettings settings,
            Clock clock) {
        this.rows = rows;
        this.watched = watched;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at one that is due, whichever node does; false if there is none. */
    boolean lookAtOne() {
        Optional<MailDomainId> due = watched.due(settings.lookAgain());
        due.flatMap(rows::find).ifPresent(this::look);
        return due.isPresent();
    }

    private void look(Row row) {
        switch (records.ask(row.record(), row.text())) {
            case PUBLISHED -> {
                if (row.missing()) {
                    watched.seen(row, null);
                }
            }
            case ABSENT -> missing(row);
            case AWAY -> {
                if (row.missing()) {
                    missing(row);
                }
            }
        }
    }

    private void missing(Row row) {
        Instant now = clock.instant();
        if (!row.missing()) {
            watched.missing(row);
        } else if (!now.isBefore(settings.end(row))) {
            watched.lapsed(row);
        } else if (!now.isBefore(settings.warning(row))) {
            watched.warned(row);
        }
    }
}
