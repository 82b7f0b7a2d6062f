package fr.cloisonne.identity.membership;

import fr.cloisonne.tenancy.value.FirmCard;

/**
 * A request, as it is told by mail.
 *
 * @param firm the firm
 * @param line the request
 */
public record RequestNews(FirmCard firm, RequestLine line) {}
