package fr.cloisonne.identity.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often something may happen from one network address: so many at once, then one more each
 * while. Of IPv6 the first half counts, since one subscriber has all of the second. Bounded memory.
 */
public final class OriginBound {

    private static final int REMEMBERED = 10_000;

    private record Bucket(double taken, Instant at) {}

    private final Clock clock;
    private final int atOnce;
    private final Duration each;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * A bound.
     *
     * @param clock the time
     * @param atOnce so many at once
     * @param each then one more each
     */
    public OriginBound(Clock clock, int atOnce, Duration each) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.each = each;
    }

    /**
     * Counts one.
     *
     * @param origin a network address
     * @return whether it was within the bound
     */
    public boolean take(String origin) {
        lock.lock();
        try {
            double taken = taken(place(origin));
            boolean within = taken + 1 <= atOnce;
            buckets.put(place(origin), new Bucket(within ? taken + 1 : taken, clock.instant()));
            return within;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes back one that was counted before it was known to be none.
     *
     * @param origin a network address
     */
    public void giveBack(String origin) {
        lock.lock();
        try {
            String key = place(origin);
            buckets.computeIfPresent(
                    key,
                    (same, bucket) -> new Bucket(Math.max(0, taken(key) - 1), clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether the next one would be beyond the bound.
     *
     * @param origin a network address
     * @return true until a while has passed
     */
    public boolean exhausted(String origin) {
        lock.lock();
        try {
            return taken(place(origin)) + 1 > atOnce;
        } finally {
            lock.unlock();
        }
    }

    private double taken(String key) {
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            return 0;
        }
        double back =
                (double) Duration.between(bucket.at(), clock.instant()).toMillis()
                        / each.toMillis();
        return Math.max(0, bucket.taken() - back);
    }

    /**
     * The place that a network address stands for.
     *
     * @param origin a network address
     * @return the same for all addresses of one subscriber
     */
    public static String place(String origin) {
        try {
            return InetAddress.ofLiteral(origin) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : origin;
        } catch (IllegalArgumentException noAddress) {
            return origin;
        }
    }
}
