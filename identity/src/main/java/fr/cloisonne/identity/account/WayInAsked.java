package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Event;
import java.util.UUID;

/**
 * Somebody who cannot sign in asked for a link.
 *
 * @param request which
 */
public record WayInAsked(UUID request) implements Event {

    @Override
    public String aggregate() {
        return request.toString();
    }
}
