package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.federation.TryCheck.Outcome;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a try-out.
 *
 * @param checks one line each
 * @param person who was at the provider, once somebody signed in there
 */
public record TryReport(List<TryCheck> checks, @Nullable TriedPerson person)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Whether the provider can go into service.
     *
     * @return true if all was looked at and nothing is bad
     */
    public boolean good() {
        return checks.stream()
                .noneMatch(check ->
                        check.outcome() == Outcome.BAD || check.outcome() == Outcome.WAITING);
    }
}
