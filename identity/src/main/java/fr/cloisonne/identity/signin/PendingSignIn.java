package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose first factor is proven and whose second is not: it opens nothing yet.
 *
 * @param person who
 * @param way how they came
 * @param link the federated identity that waits for the end of it, if one does
 * @param until when it is over
 */
public record PendingSignIn(
        UserAccountId person, SignInWay way, @Nullable String link, Instant until)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String ATTRIBUTE = PendingSignIn.class.getName();
}
