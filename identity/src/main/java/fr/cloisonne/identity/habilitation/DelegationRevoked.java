package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;

/**
 * A delegation was revoked.
 *
 * @param delegation which
 */
public record DelegationRevoked(DelegationId delegation) implements Event {

    @Override
    public String aggregate() {
        return delegation.toString();
    }
}
