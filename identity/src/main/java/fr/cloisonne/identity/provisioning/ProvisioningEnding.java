package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.outbox.Event;

/**
 * The last token of a firm's directory has nearly come to its end.
 *
 * @param connection whose
 * @param days within how many days it ends
 */
public record ProvisioningEnding(ProvisioningConnectionId connection, int days) implements Event {

    @Override
    public String aggregate() {
        return connection.toString();
    }
}
