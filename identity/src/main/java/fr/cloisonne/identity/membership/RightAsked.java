package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * Somebody asked for a right.
 *
 * @param request which request
 */
public record RightAsked(RequestId request) implements Event {

    @Override
    public String aggregate() {
        return request.toString();
    }
}
