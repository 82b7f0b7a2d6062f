package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonCard;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One delegation as a firm's page of rights tells it.
 *
 * @param id which
 * @param giver who lends
 * @param holder to whom
 * @param parts what and where
 * @param first first day
 * @param last last day
 * @param live whether it counts today
 */
public record DelegationLine(
        DelegationId id,
        PersonCard giver,
        PersonCard holder,
        List<RightPart> parts,
        LocalDate first,
        LocalDate last,
        boolean live)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
