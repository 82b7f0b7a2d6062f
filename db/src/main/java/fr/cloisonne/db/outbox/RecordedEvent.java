package fr.cloisonne.db.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded.
 *
 * @param id its id, the same at every try
 * @param tenant the client company in whose work it became true; null for the platform's own
 * @param kind simple name of the event's class
 * @param aggregate what it is about
 * @param body the event as JSON
 * @param recordedAt when it became true
 */
public record RecordedEvent(
        UUID id,
        @Nullable UUID tenant,
        String kind,
        String aggregate,
        String body,
        Instant recordedAt) {

    /** Events of one line are handed over in their order. */
    String line() {
        return tenant + "/" + aggregate;
    }
}
