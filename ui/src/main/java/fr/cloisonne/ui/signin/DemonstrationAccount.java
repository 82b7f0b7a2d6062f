package fr.cloisonne.ui.signin;

import java.io.Serializable;

/**
 * Somebody invented, with whose account the demonstration may be tried.
 *
 * @param name as it is shown
 * @param email the account
 * @param password its password, no secret
 * @param role what they may do: the end of a key {@code signin.role.…}
 */
public record DemonstrationAccount(String name, String email, String password, String role)
        implements Serializable {

    @Override
    public String toString() {
        return email;
    }
}
