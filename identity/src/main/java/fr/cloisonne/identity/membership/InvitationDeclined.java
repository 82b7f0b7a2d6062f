package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * Somebody who was invited has said no.
 *
 * @param invitation which
 */
public record InvitationDeclined(InvitationId invitation) implements Event {

    @Override
    public String aggregate() {
        return invitation.toString();
    }
}
