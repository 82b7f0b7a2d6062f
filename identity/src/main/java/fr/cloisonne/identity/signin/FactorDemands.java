package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;

/** What the firms of a person ask of their account. */
public interface FactorDemands {

    /**
     * Whether what a person has is too little for a firm that asks for a second factor, or that
     * counts on theirs in emergencies; asked in the transaction that takes one off.
     *
     * @param person who
     * @return true if it is for one firm at least
     */
    boolean lacks(UserAccountId person);

    /**
     * The person has one more; called in the transaction that added it.
     *
     * @param person who
     */
    void gained(UserAccountId person);

    /**
     * The person has lost every factor; called in the transaction that took them.
     *
     * @param person who
     */
    void lost(UserAccountId person);
}
