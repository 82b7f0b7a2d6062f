package fr.cloisonne.identity.registration;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * An operator has opened or refused a firm that was asked for.
 *
 * @param firm which
 */
public record FirmDecided(FirmId firm) implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
