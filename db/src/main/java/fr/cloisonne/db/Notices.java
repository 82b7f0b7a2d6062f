package fr.cloisonne.db;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node that something of the platform has changed, so that an answer kept for a second
 * is forgotten at once. Nothing depends on it: who keeps an answer keeps it briefly.
 */
@Component
public class Notices {

    static final String CHANNEL = "cloisonne";

    private final JdbcClient platform;
    private final List<NoticeListener> listeners;

    Notices(@Qualifier("platformJdbc") JdbcClient platform, List<NoticeListener> listeners) {
        this.platform = platform;
        this.listeners = listeners;
    }

    /**
     * Tells, when the transaction that is open commits: this node at once, the others by the
     * database.
     *
     * @param kind what has changed
     * @param id of what has changed
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void tell(String kind, UUID id) {
        platform.sql("SELECT pg_notify(?, ?)").params(CHANNEL, kind + " " + id).query(rows -> {});
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        hear(kind, id);
                    }
                });
    }

    /** What came over the line; a text that is none of ours is passed over. */
    void hear(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length == 2 && parts[1].length() == 36) {
            hear(parts[0], UUID.fromString(parts[1]));
        }
    }

    private void hear(String kind, UUID id) {
        listeners.stream()
                .filter(listener -> listener.kind().equals(kind))
                .forEach(listener -> listener.told(id));
    }

    void missed() {
        listeners.forEach(NoticeListener::missed);
    }
}
