package fr.cloisonne.identity.signin;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;

/**
 * Somebody came in by one of an account's recovery codes.
 *
 * @param person whose account
 */
public record RecoveryCodeUsed(UserAccountId person) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
