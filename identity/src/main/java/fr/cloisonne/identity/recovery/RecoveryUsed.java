package fr.cloisonne.identity.recovery;

import fr.cloisonne.db.outbox.Event;

/**
 * A person came back in without the factors that were lost.
 *
 * @param recovery which way back in
 */
public record RecoveryUsed(RecoveryId recovery) implements Event {

    @Override
    public String aggregate() {
        return recovery.toString();
    }
}
