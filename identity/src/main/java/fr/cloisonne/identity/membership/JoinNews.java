package fr.cloisonne.identity.membership;

import fr.cloisonne.identity.PersonName;
import fr.cloisonne.tenancy.value.FirmCard;

/**
 * A request to belong to a firm, as it is told by mail.
 *
 * @param firm where
 * @param name who asks
 * @param email their address, as the firm's provider says
 */
public record JoinNews(FirmCard firm, PersonName name, String email) {}
