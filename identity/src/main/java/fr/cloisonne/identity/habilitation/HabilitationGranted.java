package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;

/**
 * A habilitation was granted.
 *
 * @param habilitation which
 */
public record HabilitationGranted(HabilitationId habilitation) implements Event {

    @Override
    public String aggregate() {
        return habilitation.toString();
    }
}
