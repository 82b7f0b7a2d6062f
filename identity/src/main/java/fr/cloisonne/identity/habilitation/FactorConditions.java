package fr.cloisonne.identity.habilitation;

import java.util.stream.Collectors;

/**
 * The questions about second factors, as conditions within statements whose parameters are {@code
 * person}, {@code today} and {@code mandatory}: what {@link LeastDemand} says. Their own tables are
 * called {@code f_…}, so that a column that the caller names is the caller's.
 */
final class FactorConditions {

    /** Whether an account has a second factor of its own here; no provider's word is one. */
    static final String HAS_FACTOR =
            """
            (EXISTS (SELECT 1 FROM platform.authenticator f_a WHERE f_a.user_id = %1$s)
             OR EXISTS (SELECT 1 FROM platform.passkey f_k WHERE f_k.user_id = %1$s))
            """;

    /** Whether a firm asks one of its administrators at least. */
    static final String ASKS =
            "(:mandatory OR EXISTS (SELECT 1 FROM platform.factor_rule f_r WHERE f_r.firm_id = %s))";

    /** Whether the person came in without the factors that they had lost, and has no other yet. */
    static final String OWED =
            "EXISTS (SELECT 1 FROM platform.factor_owed f_w WHERE f_w.user_id = :person)";

    private static final String POWERS =
            Right.POWERS.stream()
                    .map(Right::name)
                    .sorted()
                    .collect(Collectors.joining(",", "'{", "}'::varchar[]"));

    private FactorConditions() {}

    /** Whether a firm asks the person for a second factor. */
    static String asked(String firm) {
        return """
        (EXISTS (SELECT 1 FROM platform.factor_rule f_e
                 WHERE f_e.firm_id = %1$s AND f_e.asked_of = 'EVERYBODY')
         OR %2$s AND %3$s)
        """
                .formatted(firm, ASKS.formatted(firm), administers(firm));
    }

    /** Whether the person administers anything in a firm today, by themselves or on loan. */
    private static String administers(String firm) {
        return """
        (EXISTS (
           SELECT 1 FROM platform.habilitation f_g
           JOIN platform.profile f_gp ON f_gp.code = f_g.profile
           WHERE f_g.holder_id = :person AND f_g.firm_id = %1$s AND f_g.revoked_at IS NULL
             AND (f_g.last_day IS NULL OR f_g.last_day >= :today)
             AND f_gp.rights && %2$s AND %3$s)
         OR EXISTS (
           SELECT 1 FROM platform.delegation f_l
           JOIN platform.delegation_part f_t ON f_t.delegation_id = f_l.id
           JOIN platform.profile f_tp ON f_tp.code = f_t.profile
           JOIN platform.habilitation f_o ON f_o.holder_id = f_l.giver_id
             AND f_o.firm_id = f_l.firm_id
             AND f_o.revoked_at IS NULL AND (f_o.last_day IS NULL OR f_o.last_day >= :today)
           JOIN platform.profile f_op ON f_op.code = f_o.profile
           WHERE f_l.holder_id = :person AND f_l.firm_id = %1$s AND f_l.revoked_at IS NULL
             AND :today BETWEEN f_l.first_day AND f_l.last_day
             AND f_tp.rights && %2$s AND f_op.rights && %2$s AND %4$s))
        """
                .formatted(
                        firm,
                        POWERS,
                        Grants.ACTIVE.formatted("f_g", "f_g.holder_id"),
                        Grants.ACTIVE.formatted("f_t", "f_l.holder_id"));
    }

    /**
     * Whether a firm is closed to the person for want of a second factor: they are asked for one
     * and have none, or it does not count there yet.
     */
    static String bars(String firm) {
        return """
        (NOT %1$s AND (%2$s OR %3$s)
         OR EXISTS (SELECT 1 FROM platform.factor_doubt f_q
                    WHERE f_q.user_id = :person AND f_q.firm_id = %4$s))
        """
                .formatted(HAS_FACTOR.formatted(":person"), OWED, asked(firm), firm);
    }
}
