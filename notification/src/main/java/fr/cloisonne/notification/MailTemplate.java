package fr.cloisonne.notification;

import fr.cloisonne.db.outbox.Event;
import java.util.List;

/**
 * What is written to whom when something has become true. It reads the facts when it is asked, and
 * mints its links then.
 *
 * @param <E> what has become true
 */
interface MailTemplate<E extends Event> {

    /** The event it is about. */
    Class<E> event();

    /** The letters to write, none where nobody is left to read them. */
    List<Letter> letters(E event);
}
