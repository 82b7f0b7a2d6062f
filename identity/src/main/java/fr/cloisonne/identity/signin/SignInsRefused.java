package fr.cloisonne.identity.signin;

import fr.cloisonne.db.outbox.Event;
import java.util.UUID;

/**
 * More sign-ins to an account were refused than have rows of their own.
 *
 * @param account whose
 * @param times how many more
 * @param row number of the row that says so in the service's chain
 */
public record SignInsRefused(UUID account, int times, long row) implements Event {

    @Override
    public String aggregate() {
        return "signin/" + account;
    }
}
