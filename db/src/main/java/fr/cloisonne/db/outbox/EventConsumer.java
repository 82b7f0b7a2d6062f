package fr.cloisonne.db.outbox;

import java.util.Set;

/**
 * Somebody who acts on events. What it writes into the platform's database commits together with
 * the word that the event was delivered; whatever else it does may happen twice.
 */
public interface EventConsumer {

    /**
     * Names it for ever: what was delivered is remembered by this name.
     *
     * @return at most 80 characters
     */
    String name();

    /**
     * What it listens to.
     *
     * @return classes of events
     */
    Set<Class<? extends Event>> takes();

    /**
     * Acts on one event, in a transaction of the platform.
     *
     * @param event one of the classes it takes
     * @param recorded where and when it became true
     */
    void take(Event event, RecordedEvent recorded);
}
