package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Event;
import java.util.UUID;

/**
 * A person asked to sign in by another address; that mailbox is not proven yet.
 *
 * @param change which
 */
public record AddressChangeAsked(UUID change) implements Event {

    @Override
    public String aggregate() {
        return change.toString();
    }
}
