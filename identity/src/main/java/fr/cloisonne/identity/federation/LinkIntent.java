package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;
import java.time.Instant;

/**
 * That the person of this session, who has just shown who they are, wants an identity at a provider
 * linked to their account.
 *
 * @param person who
 * @param provider where
 * @param until when it is over
 */
record LinkIntent(UserAccountId person, String provider, Instant until) implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String ATTRIBUTE = LinkIntent.class.getName();
}
