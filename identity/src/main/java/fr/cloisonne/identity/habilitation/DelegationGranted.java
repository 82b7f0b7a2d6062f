package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;

/**
 * A delegation was granted.
 *
 * @param delegation which
 */
public record DelegationGranted(DelegationId delegation) implements Event {

    @Override
    public String aggregate() {
        return delegation.toString();
    }
}
