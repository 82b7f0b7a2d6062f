package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import java.util.Locale;

/**
 * To whom a letter goes.
 *
 * @param address the mailbox
 * @param name how they are greeted
 * @param language their language
 */
record Recipient(String address, String name, Locale language) {

    static Recipient of(PersonCard person) {
        return new Recipient(person.email(), person.name().display(), person.language());
    }
}
