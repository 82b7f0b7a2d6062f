package fr.cloisonne.identity.habilitation;

import java.util.stream.Collectors;

/**
 * The questions about second factors, as conditions within statements whose parameters are {@code
 * person}, {@code today} and {@code mandatory}: what {@link LeastDemand} says.
 */
final class FactorConditions {

    /** Whether an account has a second factor of its own here; no provider's word is one. */
    static final String HAS_FACTOR =
            """
            (EXISTS (SELECT 1 FROM platform.authenticator a WHERE a.user_id = %1$s)
             OR EXISTS (SELECT 1 FROM platform.passkey k WHERE k.user_id = %1$s))
            """;

    /** Whether a firm asks one of its administrators at least. */
    static final String ASKS =
            "(:mandatory OR EXISTS (SELECT 1 FROM platform.factor_rule r WHERE r.firm_id = %s))";

    /** Whether the person came in without the factors that they had lost, and has no other yet. */
    static final String OWED =
            "EXISTS (SELECT 1 FROM platform.factor_owed w WHERE w.user_id = :person)";

    private static final String POWERS =
            Right.POWERS.stream()
                    .map(Right::name)
                    .sorted()
                    .collect(Collectors.joining(",", "'{", "}'::varchar[]"));

    private FactorConditions() {}

    /** Whether a firm asks the person for a second factor. */
    static String asked(String firm) {
        return """
        (EXISTS (SELECT 1 FROM platform.factor_rule e
                 WHERE e.firm_id = %1$s AND e.asked_of = 'EVERYBODY')
         OR %2$s AND %3$s)
        """
                .formatted(firm, ASKS.formatted(firm), administers(firm));
    }

    /** Whether the person administers anything in a firm today, by themselves or on loan. */
    private static String administers(String firm) {
        return """
        (EXISTS (
           SELECT 1 FROM platform.habilitation g
           JOIN platform.profile gp ON gp.code = g.profile
           WHERE g.holder_id = :person AND g.firm_id = %1$s AND g.revoked_at IS NULL
             AND (g.last_day IS NULL OR g.last_day >= :today)
             AND gp.rights && %2$s AND %3$s)
         OR EXISTS (
           SELECT 1 FROM platform.delegation l
           JOIN platform.delegation_part t ON t.delegation_id = l.id
           JOIN platform.profile tp ON tp.code = t.profile
           JOIN platform.habilitation o ON o.holder_id = l.giver_id AND o.firm_id = l.firm_id
             AND o.revoked_at IS NULL AND (o.last_day IS NULL OR o.last_day >= :today)
           JOIN platform.profile op ON op.code = o.profile
           WHERE l.holder_id = :person AND l.firm_id = %1$s AND l.revoked_at IS NULL
             AND :today BETWEEN l.first_day AND l.last_day
             AND tp.rights && %2$s AND op.rights && %2$s AND %4$s))
        """
                .formatted(
                        firm,
                        POWERS,
                        Grants.ACTIVE.formatted("g", "g.holder_id"),
                        Grants.ACTIVE.formatted("t", "l.holder_id"));
    }

    /**
     * Whether a firm is closed to the person for want of a second factor: they are asked for one
     * and have none, or it does not count there yet.
     */
    static String bars(String firm) {
        return """
        (NOT %1$s AND (%2$s OR %3$s)
         OR EXISTS (SELECT 1 FROM platform.factor_doubt q
                    WHERE q.user_id = :person AND q.firm_id = %4$s))
        """
                .formatted(HAS_FACTOR.formatted(":person"), OWED, asked(firm), firm);
    }
}
