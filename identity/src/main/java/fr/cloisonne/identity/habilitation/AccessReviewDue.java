package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A firm's access has not been reviewed for too long.
 *
 * @param firm whose
 */
public record AccessReviewDue(FirmId firm) implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
