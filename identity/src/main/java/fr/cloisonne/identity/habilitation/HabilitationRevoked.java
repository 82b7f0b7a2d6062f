package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;

/**
 * A habilitation was revoked.
 *
 * @param habilitation which
 */
public record HabilitationRevoked(HabilitationId habilitation) implements Event {

    @Override
    public String aggregate() {
        return habilitation.toString();
    }
}
