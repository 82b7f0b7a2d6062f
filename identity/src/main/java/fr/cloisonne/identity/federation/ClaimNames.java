package fr.cloisonne.identity.federation;

import java.io.Serializable;

/**
 * Under which names a provider says what is to be known of a person.
 *
 * @param given given name
 * @param family family name
 * @param email address
 * @param groups groups or roles
 */
public record ClaimNames(String given, String family, String email, String groups)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The names of OpenID Connect, and the usual one for groups. */
    public static final ClaimNames STANDARD =
            new ClaimNames("given_name", "family_name", "email", "groups");
}
