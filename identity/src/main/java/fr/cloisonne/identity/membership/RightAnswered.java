package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * A request for a right was answered.
 *
 * @param request which request
 */
public record RightAnswered(RequestId request) implements Event {

    @Override
    public String aggregate() {
        return request.toString();
    }
}
