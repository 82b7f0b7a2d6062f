package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;

/**
 * Habilitations went from one person to another for good.
 *
 * @param handOver which act
 */
public record HandedOver(HandOverId handOver) implements Event {

    @Override
    public String aggregate() {
        return handOver.toString();
    }
}
