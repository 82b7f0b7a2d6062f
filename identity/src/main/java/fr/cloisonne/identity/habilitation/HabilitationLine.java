package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a firm's page of rights: a habilitation, or a delegation with its giver and days.
 *
 * @param habilitation set for a habilitation
 * @param delegation set for a delegation
 * @param holder who holds it
 * @param scope where
 * @param companyName name of the company, null for the whole firm
 * @param profile what
 * @param giver who delegated it
 * @param first first day of the delegation
 * @param last last day of the delegation
 * @param live whether it counts today
 */
public record HabilitationLine(
        @Nullable HabilitationId habilitation,
        @Nullable DelegationId delegation,
        PersonCard holder,
        Scope scope,
        @Nullable String companyName,
        Profile profile,
        @Nullable PersonCard giver,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        boolean live)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
