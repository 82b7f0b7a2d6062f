package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What of the table is asked for.
 *
 * @param person part of a name or address, or blank
 * @param place part of a name or SIREN, or blank
 * @param portfolio the companies of this portfolio alone, or null
 * @param profile those who hold this profile alone, or null
 */
public record MatrixFilter(
        String person, String place, @Nullable PortfolioId portfolio, @Nullable Profile profile)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Everything. */
    public static final MatrixFilter ALL = new MatrixFilter("", "", null, null);
}
