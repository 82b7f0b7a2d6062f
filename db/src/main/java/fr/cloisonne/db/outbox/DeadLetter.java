package fr.cloisonne.db.outbox;

import java.time.Instant;

/**
 * An event that a consumer could not take, after ten tries.
 *
 * @param consumer whose
 * @param event the event
 * @param setAsideAt when it was given up
 * @param error what the last try said, at most 500 characters
 */
public record DeadLetter(String consumer, RecordedEvent event, Instant setAsideAt, String error) {}
