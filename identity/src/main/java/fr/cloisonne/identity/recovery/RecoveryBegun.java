package fr.cloisonne.identity.recovery;

import fr.cloisonne.db.outbox.Event;

/**
 * The person has proven the mailbox, and the delay has begun.
 *
 * @param recovery which way back in
 */
public record RecoveryBegun(RecoveryId recovery) implements Event {

    @Override
    public String aggregate() {
        return recovery.toString();
    }
}
