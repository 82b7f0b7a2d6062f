package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.identity.signin.SignInWay;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An identity that a provider vouched for and no account has yet. It waits in the session, ten
 * minutes at most, for the person to prove an account by its password.
 *
 * @param nonce ties the form to this arrival
 * @param identity who, at which provider and in which session there
 * @param name as the provider says it, to be shown
 * @param newcomer who may ask to belong to the firm whose provider it is; null where nobody can
 * @param until when it is over
 */
public record PendingLink(
        String nonce,
        SignInWay.Provider identity,
        String name,
        @Nullable Newcomer newcomer,
        Instant until)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String ATTRIBUTE = PendingLink.class.getName();
}
