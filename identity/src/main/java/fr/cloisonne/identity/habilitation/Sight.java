package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Grants.Reach;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a person holds as the product shows it to them: all that they hold, or, while they see as a
 * colleague does, what both of them hold in that firm.
 */
@Component
class Sight {

    private final Grants grants;
    private final SeeingRows seeing;

    Sight(Grants grants, SeeingRows seeing) {
        this.grants = grants;
        this.seeing = seeing;
    }

    @PlatformTransaction(readOnly = true)
    public Holding over(UserAccountId person, Scope scope, Vouched vouched) {
        Holding held = grants.over(person, scope, vouched);
        Optional<Seen> seen = seeing.of(person);
        return seen.isEmpty() ? held : common(held, scope, seen.get());
    }

    private Holding common(Holding held, Scope scope, Seen seen) {
        Set<Right> theirs =
                scope.firm().equals(seen.firm())
                        ? grants.over(seen.colleague(), scope).rights()
                        : Set.of();
        Set<Right> own = EnumSet.noneOf(Right.class);
        own.addAll(held.own());
        own.retainAll(theirs);
        Map<Right, UserAccountId> lent = new EnumMap<>(Right.class);
        lent.putAll(held.lent());
        lent.keySet().retainAll(theirs);
        return new Holding(own, lent);
    }

    @PlatformTransaction(readOnly = true)
    public List<Reach> reach(UserAccountId person) {
        List<Reach> reached = grants.reach(person);
        Optional<Seen> seen = seeing.of(person);
        return seen.isEmpty() ? reached : common(reached, seen.get());
    }

    private List<Reach> common(List<Reach> mine, Seen seen) {
        List<Reach> theirs = grants.reach(seen.colleague());
        Set<Reach> both = new LinkedHashSet<>();
        inside(mine, theirs, seen.firm(), both);
        inside(theirs, mine, seen.firm(), both);
        return List.copyOf(both);
    }

    /** Those places of the first that lie in places of the second. */
    private static void inside(
            List<Reach> first, List<Reach> second, FirmId firm, Set<Reach> both) {
        Set<Reach> wide = new HashSet<>(second);
        boolean whole = wide.contains(new Reach(firm, null));
        first.stream()
                .filter(reach -> reach.firm().equals(firm))
                .filter(reach -> whole || wide.contains(reach))
                .forEach(both::add);
    }
}
