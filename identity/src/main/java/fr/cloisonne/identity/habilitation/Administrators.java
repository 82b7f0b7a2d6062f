package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The permanent administrators of a firm: those who hold that profile over the whole firm by an own
 * habilitation, are not suspended, and have a second factor where the firm asks for one. A firm
 * that has one never has none, held under a lock on the firm's row.
 */
@Component
public class Administrators {

    static final String HOLDERS =
            """
            SELECT h.holder_id FROM platform.habilitation h
            JOIN platform.firm_member m ON m.firm_id = h.firm_id AND m.user_id = h.holder_id
            WHERE h.firm_id = :firm AND h.profile = 'ADMINISTRATOR' AND h.place = h.firm_id
              AND h.revoked_at IS NULL AND h.last_day IS NULL AND m.suspended_at IS NULL
            """;

    private static final String ABLE =
            HOLDERS
                    + """
                      AND (NOT %s OR %s)
                      AND NOT EXISTS (SELECT 1 FROM platform.factor_doubt q
                                      WHERE q.user_id = h.holder_id AND q.firm_id = h.firm_id)
                    """
                            .formatted(
                                    FactorConditions.ASKS.formatted("h.firm_id"),
                                    FactorConditions.HAS_FACTOR.formatted("h.holder_id"));

    private final JdbcClient platform;
    private final LeastDemand least;
    private final BreakGlass breakGlass;

    Administrators(
            @Qualifier("platformJdbc") JdbcClient platform,
            LeastDemand least,
            BreakGlass breakGlass) {
        this.platform = platform;
        this.least = least;
        this.breakGlass = breakGlass;
    }

    /**
     * Who they are.
     *
     * @param firm the firm
     * @return none only where a firm was never begun, or where every factor asked for is missing
     */
    public List<UserAccountId> of(FirmId firm) {
        return people(ABLE, firm);
    }

    /**
     * Who is to hear of what concerns all of them, also while they lack a factor.
     *
     * @param firm the firm
     * @return in no order
     */
    public List<UserAccountId> toTell(FirmId firm) {
        return people(HOLDERS, firm);
    }

    /** Whether a firm has its first administrator, be it one who lacks a factor for now. */
    boolean begun(FirmId firm) {
        return !people(HOLDERS, firm).isEmpty();
    }

    /** Whether a person is one, be it one who lacks a factor for now. */
    boolean contains(FirmId firm, UserAccountId person) {
        return people(HOLDERS, firm).contains(person);
    }

    private List<UserAccountId> people(String sql, FirmId firm) {
        return platform.sql(sql)
                .param("firm", firm.value())
                .param("mandatory", least.ofAdministrators())
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Waits for any other removal in the firm, then makes sure that somebody else remains; called
     * first in the transaction that removes.
     *
     * @param firm the firm
     * @param leaving who is about to be one no more
     * @throws DelegationRefusedException if nobody else is one, or the firm requires its provider
     *     and fewer than two could still come in by themselves
     */
    public void requireAnother(FirmId firm, UserAccountId leaving) {
        lock(firm);
        boolean leaves = people(HOLDERS, firm).contains(leaving);
        if (leaves && of(firm).stream().allMatch(leaving::equals)) {
            throw new DelegationRefusedException(Reason.LAST_ADMINISTRATOR);
        }
        if (leaves) {
            breakGlass.leaves(firm, leaving);
        }
    }

    /** After a removal under {@link #lock}: the firm still has those whom it must keep. */
    void requireKept(FirmId firm) {
        if (of(firm).isEmpty()) {
            throw new DelegationRefusedException(Reason.LAST_ADMINISTRATOR);
        }
        breakGlass.settle(firm);
    }

    /**
     * Waits for any other removal in the firm.
     *
     * @param firm the firm
     */
    public void lock(FirmId firm) {
        platform.sql("SELECT id FROM platform.firm WHERE id = ? FOR NO KEY UPDATE")
                .param(firm.value())
                .query()
                .singleRow();
    }
}
