package fr.cloisonne.identity.registration;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;

/**
 * What an operator has decided about a firm, as it is told to the person who asked.
 *
 * @param person who asked
 * @param firm which
 * @param opened whether it is open now
 * @param reason why it is not; empty if it is
 */
public record FirmNews(PersonCard person, FirmCard firm, boolean opened, String reason) {}
