package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;

/**
 * For which firms the session of this request speaks. A firm's provider vouches for that firm
 * alone; what the person has shown here themselves speaks for all but those that ask for a provider
 * of their own.
 */
public interface Vouching {

    /**
     * What the session is worth.
     *
     * @param person whose rights are in question
     * @return for all, where no session is this person's; for none in a thread that no request has
     *     begun
     */
    Vouched of(UserAccountId person);
}
