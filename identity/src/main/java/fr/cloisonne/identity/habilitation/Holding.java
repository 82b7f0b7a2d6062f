package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a person holds in one place at this moment.
 *
 * @param own by own habilitations that last
 * @param lent otherwise alone, with whoever lent it, or in whose place its holder administers
 */
record Holding(Set<Right> own, Map<Right, UserAccountId> lent) {

    Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        rights.addAll(own);
        rights.addAll(lent.keySet());
        return rights;
    }

    boolean allows(Right right) {
        return own.contains(right) || lent.containsKey(right);
    }

    /**
     * Puts it together: what was lent counts as far as its giver holds it too; a provisional
     * administration leans on nobody.
     */
    static Holding of(
            Set<Right> own,
            Map<UserAccountId, Set<Right>> lent,
            Map<UserAccountId, Set<Right>> ofGivers,
            Map<UserAccountId, Set<Right>> provisional) {
        Map<Right, UserAccountId> counted = new EnumMap<>(Right.class);
        lent.forEach((giver, rights) -> {
            Set<Right> kept = EnumSet.noneOf(Right.class);
            kept.addAll(rights);
            kept.retainAll(ofGivers.getOrDefault(giver, Set.of()));
            count(counted, own, giver, kept);
        });
        provisional.forEach((namedBy, rights) -> count(counted, own, namedBy, rights));
        return new Holding(own, counted);
    }

    private static void count(
            Map<Right, UserAccountId> counted,
            Set<Right> own,
            UserAccountId giver,
            Set<Right> rights) {
        rights.stream()
                .filter(right -> !own.contains(right))
                .forEach(right -> counted.putIfAbsent(right, giver));
    }
}
