package fr.cloisonne.identity;

import java.io.Serializable;
import java.security.Principal;

/**
 * What a session knows of the person who opened it: the account and nothing else, least of all
 * rights.
 *
 * @param id the account
 */
public record SignedInPerson(UserAccountId id) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return id.toString();
    }
}
