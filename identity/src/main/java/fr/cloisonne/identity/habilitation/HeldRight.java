package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.PersonName;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One right that a person holds today, as they read it themselves.
 *
 * @param part which profile, and where
 * @param rights what the profile allows
 * @param giver who lends it, or in whose place it is held; null for an own habilitation
 * @param lent whether it counts only as far as its giver holds the same
 * @param until its last day, if it has one
 */
public record HeldRight(
        RightPart part,
        Set<Right> rights,
        @Nullable PersonName giver,
        boolean lent,
        @Nullable LocalDate until)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
