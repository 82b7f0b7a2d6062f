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
 * doubles the wait, up to a minute, for that account from that address alone. Bounded memory.
 */
@Component
public class SignInThrottle {

    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant next) {}

    private final Clock clock;
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
    }

    /**
     * Whether a try comes too early.
     *
     * @param account what is tried
     * @param address from where
     * @return true if it must wait
     */
    public boolean mustWait(String account, String address) {
        lock.lock();
        try {
            Failures past = failures.get(key(account, address));
            return past != null && clock.instant().isBefore(past.next());
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
        lock.lock();
        try {
            failures.merge(
                    key(account, address),
                    new Failures(1, Instant.MIN),
                    (past, one) -> after(past.count() + 1));
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
            failures.remove(key(account, address));
        } finally {
            lock.unlock();
        }
    }

    private Failures after(int count) {
        if (count <= FREE) {
            return new Failures(count, Instant.MIN);
        }
        long seconds = 1L << Math.min(count - FREE - 1, 6);
        Duration wait = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        return new Failures(count, clock.instant().plus(wait));
    }

    private static String key(String account, String address) {
        return account + '\n' + address;
    }
}
