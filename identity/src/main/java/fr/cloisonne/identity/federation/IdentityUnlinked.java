package fr.cloisonne.identity.federation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;

/**
 * An identity elsewhere opens an account no more.
 *
 * @param person whose account
 * @param issuer the provider
 */
public record IdentityUnlinked(UserAccountId person, String issuer) implements Event {

    @Override
    public String aggregate() {
        return person.toString();
    }
}
