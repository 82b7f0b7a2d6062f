package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.util.List;

/**
 * A review that waits.
 *
 * @param firm whose
 * @param administrators who could sign it
 */
public record DueReview(FirmCard firm, List<PersonCard> administrators) {

    /** Takes a copy. */
    public DueReview {
        administrators = List.copyOf(administrators);
    }
}
