package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a firm requires its provider, and who could come in without it.
 *
 * @param on whether it does
 * @param ready whether one of its providers is in service
 * @param candidates its administrators who could be named for emergencies
 * @param named those who are
 * @param armedUntil until when these may come in by themselves; null where they may not
 */
public record Requirement(
        boolean on,
        boolean ready,
        List<PersonCard> candidates,
        List<Named> named,
        @Nullable Instant armedUntil)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Takes copies. */
    public Requirement {
        candidates = List.copyOf(candidates);
        named = List.copyOf(named);
    }

    Set<UserAccountId> people() {
        return named.stream().map(Named::person).map(PersonCard::id).collect(Collectors.toSet());
    }

    /**
     * One who may come in by themselves in an emergency.
     *
     * @param person who
     * @param able whether they still have all that it takes
     */
    public record Named(PersonCard person, boolean able) implements Serializable {

        private static final long serialVersionUID = 1L;
    }
}
