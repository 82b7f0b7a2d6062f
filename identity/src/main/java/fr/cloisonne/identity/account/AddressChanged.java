package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Event;
import java.util.UUID;

/**
 * A person signs in by another address now.
 *
 * @param change which
 */
public record AddressChanged(UUID change) implements Event {

    @Override
    public String aggregate() {
        return change.toString();
    }
}
