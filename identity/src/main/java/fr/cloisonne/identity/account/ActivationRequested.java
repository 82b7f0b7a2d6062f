package fr.cloisonne.identity.account;

import fr.cloisonne.db.outbox.Event;

/**
 * Somebody asked for an account; the mailbox is not proven yet.
 *
 * @param activation which
 */
public record ActivationRequested(ActivationId activation) implements Event {

    @Override
    public String aggregate() {
        return activation.toString();
    }
}
