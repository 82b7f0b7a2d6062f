package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * A firm has said no to somebody who asked to belong to it.
 *
 * @param request which request
 */
public record JoinRefused(JoinRequestId request) implements Event {

    @Override
    public String aggregate() {
        return request.toString();
    }
}
