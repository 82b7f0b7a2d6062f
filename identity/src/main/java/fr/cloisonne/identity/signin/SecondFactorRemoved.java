package fr.cloisonne.identity.signin;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;

/**
 * An account is guarded by a factor less.
 *
 * @param person whose account
 * @param factor which kind
 */
public record SecondFactorRemoved(UserAccountId person, Factor factor) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
