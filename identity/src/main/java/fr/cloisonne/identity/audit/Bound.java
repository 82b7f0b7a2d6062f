package fr.cloisonne.identity.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of what may happen as often as somebody likes goes on record by itself.
 *
 * @param act the code of the row that says how often it happened beyond that
 * @param window within how long
 * @param rows how many rows of its own it gets
 */
public record Bound(String act, Duration window, int rows) {

    /** Windows begin at whole multiples of their length. */
    Instant since(Instant now) {
        long seconds = window.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }
}
