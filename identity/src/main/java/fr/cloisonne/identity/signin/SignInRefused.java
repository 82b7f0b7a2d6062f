package fr.cloisonne.identity.signin;

import fr.cloisonne.db.outbox.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in was refused.
 *
 * @param account whose it would have been, if the address is somebody's
 * @param reason a code
 * @param row number of its row in the service's chain
 */
public record SignInRefused(@Nullable UUID account, String reason, long row) implements Event {

    @Override
    public String aggregate() {
        return "signin/" + (account == null ? "nobody" : account);
    }
}
