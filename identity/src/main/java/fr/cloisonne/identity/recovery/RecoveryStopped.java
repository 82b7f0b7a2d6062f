package fr.cloisonne.identity.recovery;

import fr.cloisonne.db.outbox.Event;

/**
 * A way back in was stopped.
 *
 * @param recovery which way back in
 */
public record RecoveryStopped(RecoveryId recovery) implements Event {

    @Override
    public String aggregate() {
        return recovery.toString();
    }
}
