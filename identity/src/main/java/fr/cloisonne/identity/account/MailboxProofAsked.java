package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.SignedInId;

/**
 * Somebody has asked to prove, by their mailbox, who they are.
 *
 * @param person who
 * @param session in which session
 */
public record MailboxProofAsked(UserAccountId person, SignedInId session) implements Event {

    @Override
    public String aggregate() {
        return session.toString();
    }
}
