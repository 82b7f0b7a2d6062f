package fr.cloisonne.invoicing.staging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many bytes each owner has taken, none beyond its limit; whoever finds no room can wait. */
final class Quota {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private final Map<Object, Long> taken = new HashMap<>();

    /**
     * Takes so many bytes from all these owners, or from none.
     *
     * @param limits of each owner
     * @return whether there was room in time
     */
    boolean take(Map<?, Long> limits, long bytes, Duration patience) throws InterruptedException {
        if (limits.values().stream().anyMatch(limit -> bytes > limit)) {
            return false;
        }
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!fits(limits, bytes)) {
                if (left <= 0) {
                    return false;
                }
                left = given.awaitNanos(left);
            }
            limits.keySet().forEach(owner -> taken.merge(owner, bytes, Long::sum));
            return true;
        } finally {
            lock.unlock();
        }
    }

    void give(Iterable<?> owners, long bytes) {
        lock.lock();
        try {
            owners.forEach(owner ->
                    taken.computeIfPresent(
                            owner, (o, before) -> before > bytes ? before - bytes : null));
            given.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(Map<?, Long> limits, long bytes) {
        return limits.entrySet().stream()
                .allMatch(one -> taken.getOrDefault(one.getKey(), 0L) + bytes <= one.getValue());
    }
}
