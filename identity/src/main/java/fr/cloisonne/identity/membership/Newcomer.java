package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.value.FirmCard;
import java.io.Serializable;

/**
 * Somebody whom a firm's provider brought and whom nobody knows here; all of it is the provider's
 * word.
 *
 * @param firm whose provider it is
 * @param issuer the provider
 * @param sub the person there
 * @param email as the provider says; an address in form
 * @param name as the provider says
 */
public record Newcomer(FirmCard firm, String issuer, String sub, String email, PersonName name)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
