package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.provisioning.GroupRight;
import java.io.Serializable;
import java.util.List;

/**
 * Whom a provider spoke of in a try-out, and what would become of it in a real sign-in.
 *
 * @param name as the claims map reads it
 * @param email as the claims map reads it
 * @param groups as the claims map reads them
 * @param admitted whether one without an account would get one at once, and belong to the firm
 * @param rights what the groups give in which they would be
 * @param linked whether this identity already opens the account of whoever tries; nobody else's
 *     account is told of
 */
public record TriedPerson(
        String name,
        String email,
        List<String> groups,
        boolean admitted,
        List<GroupRight> rights,
        boolean linked)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
