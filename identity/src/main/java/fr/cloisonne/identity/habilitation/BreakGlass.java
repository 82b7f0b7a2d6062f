package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * The administrators who can still come in by themselves where a firm requires its provider: named
 * one by one, permanent, with a passkey, or a password and an authenticator. Whoever is an
 * administrator no more is named no more; two remain as long as the firm requires its provider.
 */
@Component
public class BreakGlass {

    /** How many a firm needs. */
    public static final int LEAST = 2;

    private static final String LOCAL =
            """
            AND (EXISTS (SELECT 1 FROM platform.passkey k WHERE k.user_id = h.holder_id)
                 OR EXISTS (SELECT 1 FROM platform.authenticator a
                            JOIN platform.user_account u ON u.id = a.user_id
                            WHERE a.user_id = h.holder_id AND u.password_hash IS NOT NULL))
            """;

    private static final String NAMED =
            "AND EXISTS (SELECT 1 FROM platform.break_glass b WHERE b.firm_id = h.firm_id AND b.user_id = h.holder_id)";

    private static final String COUNTING =
            """
            SELECT b.firm_id FROM platform.break_glass b
            JOIN platform.required_provider r ON r.firm_id = b.firm_id
            WHERE b.user_id = :person
            """;

    private final JdbcClient platform;
    private final Clock clock;

    BreakGlass(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * Who could be named.
     *
     * @param firm the firm
     * @return its permanent administrators who can show two factors of their own here
     */
    public List<UserAccountId> candidates(FirmId firm) {
        return people(Administrators.HOLDERS + LOCAL, firm);
    }

    /**
     * Who is named and able.
     *
     * @param firm the firm
     * @return those who can come in while the window is armed
     */
    public List<UserAccountId> able(FirmId firm) {
        return people(Administrators.HOLDERS + LOCAL + NAMED, firm);
    }

    /**
     * Who is named, able or not.
     *
     * @param firm the firm
     * @return in no order
     */
    public List<UserAccountId> named(FirmId firm) {
        return people("SELECT user_id FROM platform.break_glass WHERE firm_id = :firm", firm);
    }

    /**
     * Names these and nobody else.
     *
     * @param firm the firm, whose row is locked
     * @param people who
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public void name(FirmId firm, Collection<UserAccountId> people) {
        UUID[] ids = people.stream().map(UserAccountId::value).toArray(UUID[]::new);
        platform.sql(
                        "DELETE FROM platform.break_glass WHERE firm_id = :firm AND NOT user_id = ANY (:people)")
                .param("firm", firm.value())
                .param("people", ids)
                .update();
        platform.sql(
                        "INSERT INTO platform.break_glass (firm_id, user_id, named_at) SELECT :firm, unnest(:people), :now ON CONFLICT DO NOTHING")
                .param("firm", firm.value())
                .param("people", ids)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * The firms that require their provider and count on a person.
     *
     * @param person who
     * @return those where they are named
     */
    public List<FirmId> countingOn(UserAccountId person) {
        return platform.sql(COUNTING)
                .param("person", person.value())
                .query((row, n) -> new FirmId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whoever is about to be no administrator any more; under the lock of the firm's row. */
    void leaves(FirmId firm, UserAccountId person) {
        settled(
                firm,
                platform.sql("DELETE FROM platform.break_glass WHERE firm_id = ? AND user_id = ?")
                        .params(firm.value(), person.value())
                        .update());
    }

    /** Whoever is no administrator any more; under the lock of the firm's row. */
    void settle(FirmId firm) {
        settled(
                firm,
                platform.sql(
                                "DELETE FROM platform.break_glass WHERE firm_id = :firm AND user_id NOT IN (%s)"
                                        .formatted(Administrators.HOLDERS))
                        .param("firm", firm.value())
                        .update());
    }

    private void settled(FirmId firm, int gone) {
        if (gone > 0 && required(firm) && able(firm).size() < LEAST) {
            throw new DelegationRefusedException(Reason.BREAK_GLASS_NEEDED);
        }
    }

    private boolean required(FirmId firm) {
        return platform.sql("SELECT count(*) FROM platform.required_provider WHERE firm_id = ?")
                        .param(firm.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<UserAccountId> people(String sql, FirmId firm) {
        return platform.sql(sql)
                .param("firm", firm.value())
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .list();
    }
}
