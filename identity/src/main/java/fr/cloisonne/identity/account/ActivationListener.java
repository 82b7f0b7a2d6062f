package fr.cloisonne.identity.account;

import fr.cloisonne.identity.UserAccountId;
import java.util.Optional;
import java.util.Set;

/** Whoever asked for an account on somebody's behalf, and goes on once it is there. */
public interface ActivationListener {

    /**
     * Words that must not be in the password, beside name and address.
     *
     * @param activation what was asked for
     * @return what else is known
     */
    default Set<String> context(ActivationId activation) {
        return Set.of();
    }

    /**
     * Into which firm the person was invited, where somebody else asked for the account; they then
     * say their name themselves.
     *
     * @param activation what was asked for
     * @return the firm's name
     */
    default Optional<String> invitedInto(ActivationId activation) {
        return Optional.empty();
    }

    /**
     * The mailbox is proven and the account is there; runs in the transaction that opens it.
     *
     * @param activation what was asked for
     * @param person the account
     */
    void activated(ActivationId activation, UserAccountId person);
}
