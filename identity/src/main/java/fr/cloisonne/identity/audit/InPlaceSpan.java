package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A time in which one person acted in the place of another.
 *
 * @param firmCard where
 * @param giver in whose place
 * @param substitute who acted
 * @param first its first day
 * @param last its last day, as it was meant
 * @param from its first moment
 * @param until the moment after it
 */
public record InPlaceSpan(
        FirmCard firmCard,
        UserAccountId giver,
        PersonCard substitute,
        LocalDate first,
        LocalDate last,
        Instant from,
        Instant until)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    FirmId firm() {
        return firmCard.id();
    }

    UserAccountId holder() {
        return substitute.id();
    }
}
