package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * In whose place a person acts.
 *
 * @param giver who lends the right
 * @param last the last day of it
 */
public record InPlaceOf(PersonCard giver, LocalDate last) implements Serializable {

    private static final long serialVersionUID = 1L;
}
