package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;

/** The way back in for whoever has lost every second factor. */
public interface LostFactors {

    /**
     * Whether the person may come in without them now: attested, proven, waited for, not stopped.
     *
     * @param person whose first factor is proven
     * @return true once all of it is done
     */
    boolean mayEnter(UserAccountId person);

    /**
     * Lets them in: the lost factors are gone, and their sessions elsewhere with them.
     *
     * @param person who
     * @return false if it was not allowed at this very moment
     */
    boolean enter(UserAccountId person);
}
