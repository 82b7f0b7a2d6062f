package fr.cloisonne.notification;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The mailbox of everybody in a demonstration: the latest mails, in memory and nowhere else. */
public final class DemonstrationMailbox implements MailOutlet {

    private static final int KEPT = 200;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Received> mails = new ArrayDeque<>();
    private int count;

    DemonstrationMailbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * A mail that has arrived.
     *
     * @param number in the order of arrival, from 1
     * @param at when
     * @param mail the mail
     */
    public record Received(int number, Instant at, Mail mail) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void send(Mail mail) {
        lock.lock();
        try {
            mails.addFirst(new Received(++count, clock.instant(), mail));
            if (mails.size() > KEPT) {
                mails.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has arrived.
     *
     * @return the latest first
     */
    public List<Received> latest() {
        lock.lock();
        try {
            return List.copyOf(mails);
        } finally {
            lock.unlock();
        }
    }

    /**
     * One mail.
     *
     * @param number its number
     * @return the mail, if it is still there
     */
    public Optional<Received> find(int number) {
        return latest().stream().filter(mail -> mail.number() == number).findFirst();
    }
}
