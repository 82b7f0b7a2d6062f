package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * Somebody whom a firm's provider brought asks to belong to the firm.
 *
 * @param request which request
 */
public record JoinAsked(JoinRequestId request) implements Event {

    @Override
    public String aggregate() {
        return request.toString();
    }
}
