package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * An invitation is to be sent, for the first time or again.
 *
 * @param invitation which
 */
public record InvitationSent(InvitationId invitation) implements Event {

    @Override
    public String aggregate() {
        return invitation.toString();
    }
}
