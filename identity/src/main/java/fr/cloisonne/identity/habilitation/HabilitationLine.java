package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a firm's page of rights: a habilitation, or a delegation with its giver and days.
 *
 * @param habilitation set for a habilitation
 * @param delegation set for a delegation
 * @param holder who holds it
 * @param parts what and where, one for a habilitation
 * @param giver who delegated it
 * @param first first day of the delegation
 * @param last last day of the delegation
 * @param live whether it counts today
 */
public record HabilitationLine(
        @Nullable HabilitationId habilitation,
        @Nullable DelegationId delegation,
        PersonCard holder,
        List<Part> parts,
        @Nullable PersonCard giver,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        boolean live)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * One profile in one place.
     *
     * @param scope where
     * @param placeName name of the company or portfolio, null for the whole firm
     * @param profile what
     * @param profileName name of a profile of the firm's own, null for one that ships
     */
    public record Part(
            Scope scope, @Nullable String placeName, Profile profile, @Nullable String profileName)
            implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
