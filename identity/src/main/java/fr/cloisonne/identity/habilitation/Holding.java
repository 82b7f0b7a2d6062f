package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a person holds in one place at this moment.
 *
 * @param own by own habilitations
 * @param lent by delegation alone, with who gave it
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

    /** Puts it together: what was lent counts as far as its giver holds it too. */
    static Holding of(
            Set<Right> own,
            Map<UserAccountId, Set<Right>> lent,
            Map<UserAccountId, Set<Right>> ofGivers) {
        Map<Right, UserAccountId> counted = new EnumMap<>(Right.class);
        lent.forEach((giver, rights) -> {
            Set<Right> kept = EnumSet.noneOf(Right.class);
            kept.addAll(rights);
            kept.retainAll(ofGivers.getOrDefault(giver, Set.of()));
            kept.removeAll(own);
            kept.forEach(right -> counted.putIfAbsent(right, giver));
        });
        return new Holding(own, counted);
    }
}
