package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.tenancy.value.FirmCard;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A habilitation or a delegation, living or ended, as it is told to people.
 *
 * @param holder who holds or held it
 * @param firm where
 * @param parts what and where
 * @param giver who gave it, null for the service
 * @param first first day of a delegation
 * @param last last day of a delegation
 */
public record RightNews(
        PersonCard holder,
        FirmCard firm,
        List<RightPart> parts,
        @Nullable PersonCard giver,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {}
