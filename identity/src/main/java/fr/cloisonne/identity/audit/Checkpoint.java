package fr.cloisonne.identity.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a chain had come at a time: one line of a file, signed, so that a chain that is shorter
 * later, or another, is found out.
 */
record Checkpoint(UUID chain, long n, String hash, Instant at, String signature) {

    /** What is signed. */
    String content() {
        return String.join(" ", chain.toString(), Long.toString(n), hash, at.toString());
    }

    String line() {
        return content() + " " + signature;
    }

    /** A line that is none, as the last of a file may be after a crash, is nothing. */
    static Optional<Checkpoint> parse(String line) {
        String[] parts = line.split(" ", -1);
        try {
            return parts.length == 5 && parts[4].length() == 64
                    ? Optional.of(
                            new Checkpoint(
                                    UUID.fromString(parts[0]),
                                    Long.parseLong(parts[1]),
                                    parts[2],
                                    Instant.parse(parts[3]),
                                    parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException none) {
            return Optional.empty();
        }
    }
}
