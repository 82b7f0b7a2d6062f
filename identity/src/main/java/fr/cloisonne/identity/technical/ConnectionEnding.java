package fr.cloisonne.identity.technical;

import fr.cloisonne.db.outbox.Event;

/**
 * The time of a connection's last secret or key, or its own, has nearly come.
 *
 * @param connection which
 * @param days within how many days it ends
 */
public record ConnectionEnding(TokenClientId connection, int days) implements Event {

    @Override
    public String aggregate() {
        return connection.toString();
    }
}
