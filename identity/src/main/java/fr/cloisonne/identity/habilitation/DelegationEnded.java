package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;

/**
 * A delegation is over: its last day is past, or it was taken back.
 *
 * @param delegation which
 */
public record DelegationEnded(DelegationId delegation) implements Event {

    @Override
    public String aggregate() {
        return delegation.toString();
    }
}
