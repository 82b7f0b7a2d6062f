package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A habilitation or a delegation, living or ended, as it is told to people.
 *
 * @param holder who holds or held it
 * @param firm where
 * @param companyName the company, null for the whole firm
 * @param profile what
 * @param giver who gave it, null for the service
 * @param first first day of a delegation
 * @param last last day of a delegation
 */
public record RightNews(
        PersonCard holder,
        FirmCard firm,
        @Nullable String companyName,
        Profile profile,
        @Nullable PersonCard giver,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {}
