package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which firms a session speaks.
 *
 * @param only those and no others; null where it speaks for any that does not ask for more
 * @param asking the person's firms that ask for a provider of their own, which this session has not
 *     shown
 */
public record Vouched(@Nullable Set<FirmId> only, Set<FirmId> asking) {

    /** Speaks for every firm: nobody is signed in where it is asked, or somebody else. */
    public static final Vouched FOR_ALL = new Vouched(null, Set.of());

    /** Speaks for no firm: nobody asks. */
    public static final Vouched FOR_NONE = new Vouched(Set.of(), Set.of());

    /** Takes copies. */
    public Vouched {
        only = only == null ? null : Set.copyOf(only);
        asking = Set.copyOf(asking);
    }

    /**
     * Whether it speaks for a firm.
     *
     * @param firm which
     * @return true if rights there count
     */
    public boolean speaksFor(FirmId firm) {
        return !limited(firm) && !asking.contains(firm);
    }

    /**
     * Whether a firm's provider opened it, and nothing else was shown.
     *
     * @return true if it speaks for that firm alone
     */
    public boolean limited() {
        return only != null;
    }

    boolean limited(FirmId firm) {
        return only != null && !only.contains(firm);
    }
}
