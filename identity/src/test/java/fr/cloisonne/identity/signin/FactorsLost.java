package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import java.time.Instant;

/** The end of a sign-in whose second factor is lost, after both acts and the delay. */
public final class FactorsLost {

    private FactorsLost() {}

    /**
     * Somebody comes in without it.
     *
     * @param person who
     * @param way how they came so far
     * @return the sign-in
     */
    public static WholeSignIn by(UserAccountId person, SignInWay way) {
        return new WholeSignIn(new PendingSignIn(person, way, null, Instant.MAX), null);
    }
}
