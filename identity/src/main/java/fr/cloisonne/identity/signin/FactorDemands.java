package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;

/** What the firms of a person ask of their account. */
public interface FactorDemands {

    /**
     * Whether a firm asks this person for a second factor, or counts on theirs in emergencies.
     *
     * @param person who
     * @return true if one does at least, whether they have one or not
     */
    boolean askedOf(UserAccountId person);

    /**
     * The person has another set of factors now; called in the transaction that changed it.
     *
     * @param person who
     */
    void changed(UserAccountId person);
}
