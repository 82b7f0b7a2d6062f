package fr.cloisonne.identity.membership;

import fr.cloisonne.db.outbox.Event;

/**
 * Somebody asks that their invitation be sent again, whose time is over.
 *
 * @param invitation which
 */
public record InvitationWanted(InvitationId invitation) implements Event {

    @Override
    public String aggregate() {
        return invitation.toString();
    }
}
