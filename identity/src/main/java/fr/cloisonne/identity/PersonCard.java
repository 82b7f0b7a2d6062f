package fr.cloisonne.identity;

import java.io.Serializable;
import java.util.Locale;

/**
 * What is shown of a person to colleagues.
 *
 * @param id the account
 * @param name the name
 * @param email the address, as typed
 * @param language language of pages and mails
 */
public record PersonCard(UserAccountId id, PersonName name, String email, Locale language)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
