package fr.cloisonne.db;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that sort by the time they were made (RFC 9562, version 7), made here because servers
 * before PostgreSQL 18 lack them. Never a secret: use random bits for links, tickets and tokens.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds and a 12-bit counter, so that ids of one millisecond keep their order. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /**
     * The next identifier, greater than every one made before in this process.
     *
     * @return a version 7 UUID
     */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (stamp >>> 12) << 16 | 0x7000L | (stamp & 0xFFFL);
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
