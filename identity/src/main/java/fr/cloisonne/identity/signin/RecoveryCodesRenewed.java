package fr.cloisonne.identity.signin;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;

/**
 * An account has new recovery codes, and its old ones are worth nothing.
 *
 * @param person whose account
 */
public record RecoveryCodesRenewed(UserAccountId person) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
