package fr.cloisonne.identity.signature;

import java.time.Duration;

/**
 * How keys follow one another.
 *
 * @param life how long a key signs
 * @param notice how long it is published before it signs, and after
 */
public record KeyLife(Duration life, Duration notice) {}
