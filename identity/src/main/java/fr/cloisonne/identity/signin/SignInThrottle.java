package fr.cloisonne.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow without ever locking anybody out: after three failures each further one
 * doubles the wait, up to a minute, for that account from that address alone. Failures over many
 * accounts from one address are bounded too, but not for whoever has signed in from there before,
 * so that a neighbour's guessing costs them nothing. Bounded memory.
 */
@Component
public class SignInThrottle {

    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    /** Trusted: from here the account was opened before. */
    private record Failures(int count, Instant next, boolean trusted) {}

    private final Clock clock;
    private final OriginBound origins;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Failures> failures =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > REMEMBERED;
                }
            };

    SignInThrottle(Clock clock) {
        this.clock = clock;
        this.origins = new OriginBound(clock, 60, Duration.ofSeconds(2));
    }

    /**
     * Begins a try that takes a while to judge. It counts as a failure until it {@link #passed}, so
     * that of many at the same time no more are judged than one after the other would be.
     *
     * @param account what is tried
     * @param address from where
     * @return false if it must wait
     */
    public boolean begin(String account, String address) {
        lock.lock();
        try {
            boolean now = !mustWait(account, address);
            if (now) {
                failed(account, address);
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends a try that was begun: it was right, and so were those before it.
     *
     * @param account what was tried
     * @param address from where
     */
    public void passed(String account, String address) {
        if (!address.isEmpty()) {
            origins.giveBack(address);
        }
        succeeded(account, address);
    }

    /**
     * Whether a try comes too early.
     *
     * @param account what is tried
     * @param address from where; empty for anywhere, which is no place that could be bounded
     * @return true if it must wait
     */
    public boolean mustWait(String account, String address) {
        lock.lock();
        try {
            Failures past = failures.get(key(account, address));
            return past == null
                    ? exhausted(address)
                    : clock.instant().isBefore(past.next())
                            || (!past.trusted() && exhausted(address));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Remembers a failure.
     *
     * @param account what was tried
     * @param address from where
     */
    public void failed(String account, String address) {
        if (!address.isEmpty()) {
            origins.take(address);
        }
        lock.lock();
        try {
            failures.merge(
                    key(account, address),
                    new Failures(1, Instant.MIN, false),
                    (past, one) -> after(past.count() + 1, past.trusted()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets the failures.
     *
     * @param account what was tried
     * @param address from where
     */
    public void succeeded(String account, String address) {
        lock.lock();
        try {
            failures.put(key(account, address), new Failures(0, Instant.MIN, true));
        } finally {
            lock.unlock();
        }
    }

    private boolean exhausted(String address) {
        return !address.isEmpty() && origins.exhausted(address);
    }

    private Failures after(int count, boolean trusted) {
        if (count <= FREE) {
            return new Failures(count, Instant.MIN, trusted);
        }
        long seconds = 1L << Math.min(count - FREE - 1, 6);
        Duration wait = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        return new Failures(count, clock.instant().plus(wait), trusted);
    }

    private static String key(String account, String address) {
        return account + '\n' + OriginBound.place(address);
    }
}
