package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.value.FirmId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one person holds in a firm by own habilitations, place by place: the measure of what they
 * may give.
 *
 * @param firm the firm
 * @param places for the firm itself, each portfolio and each company, what is held right there
 * @param lasting the same, without what has a last day
 */
record OwnRights(FirmId firm, Map<UUID, Set<Right>> places, Map<UUID, Set<Right>> lasting) {

    Set<Right> over(Scope scope) {
        return over(scope, places);
    }

    /** What of it does not end by itself: the measure of what they may give themselves. */
    Set<Right> lastingOver(Scope scope) {
        return over(scope, lasting);
    }

    private Set<Right> over(Scope scope, Map<UUID, Set<Right>> places) {
        if (!scope.firm().equals(firm)) {
            return Set.of();
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        rights.addAll(places.getOrDefault(firm.value(), Set.of()));
        rights.addAll(places.getOrDefault(scope.place(), Set.of()));
        return rights;
    }
}
