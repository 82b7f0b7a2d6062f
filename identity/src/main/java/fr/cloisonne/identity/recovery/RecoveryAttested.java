package fr.cloisonne.identity.recovery;

import fr.cloisonne.db.outbox.Event;

/**
 * An administrator has attested who a person is that has lost every factor.
 *
 * @param recovery which way back in
 */
public record RecoveryAttested(RecoveryId recovery) implements Event {

    @Override
    public String aggregate() {
        return recovery.toString();
    }
}
