package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.Locale;

/**
 * A no to a request to belong to a firm, as it is told by mail.
 *
 * @param firm where
 * @param name who asked
 * @param email their address, as the firm's provider said
 * @param language in which they read
 * @param reason why
 */
public record JoinRefusal(
        FirmCard firm, PersonName name, String email, Locale language, String reason) {}
