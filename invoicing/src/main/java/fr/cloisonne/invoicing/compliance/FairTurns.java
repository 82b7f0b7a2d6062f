package fr.cloisonne.invoicing.compliance;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * So many turns at a time, given round the keys that wait: whoever waits with a thousand delays
 * another's one by a single turn.
 */
final class FairTurns<K> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Queue<Semaphore>> waiting = new LinkedHashMap<>();
    private int free;

    FairTurns(int atOnce) {
        this.free = atOnce;
    }

    /** Waits for a turn; it is to be given back. */
    void take(K key) throws InterruptedException {
        Semaphore mine = queued(key);
        if (mine == null) {
            return;
        }
        try {
            mine.acquire();
        } catch (InterruptedException ended) {
            leave(key, mine);
            throw ended;
        }
    }

    /** Gives a turn back, to the first of the next key. */
    void give() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                free++;
                return;
            }
            K next = waiting.keySet().iterator().next();
            Queue<Semaphore> queue = Objects.requireNonNull(waiting.remove(next));
            queue.remove().release();
            if (!queue.isEmpty()) {
                waiting.put(next, queue);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Queue::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Semaphore queued(K key) {
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return null;
            }
            Semaphore mine = new Semaphore(0);
            waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(mine);
            return mine;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever was given a turn while leaving hands it on. */
    private void leave(K key, Semaphore mine) {
        lock.lock();
        try {
            Queue<Semaphore> queue = waiting.get(key);
            if (queue == null || !queue.remove(mine)) {
                give();
            } else if (queue.isEmpty()) {
                waiting.remove(key);
            }
        } finally {
            lock.unlock();
        }
    }
}
