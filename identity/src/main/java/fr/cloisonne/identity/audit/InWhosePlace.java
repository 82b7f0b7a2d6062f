package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import java.util.Optional;

/**
 * Asked when an act is written that used a right: nobody acts for another without its being said.
 */
public interface InWhosePlace {

    /**
     * In whose place a person uses a right.
     *
     * @param person who acts
     * @param scope where the right is used
     * @param right which
     * @return nobody where it is their own
     */
    Optional<UserAccountId> giver(UserAccountId person, Scope scope, Right right);
}
