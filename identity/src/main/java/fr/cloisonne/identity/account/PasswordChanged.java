package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;

/**
 * A person has another password now.
 *
 * @param person who
 */
public record PasswordChanged(UserAccountId person) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
