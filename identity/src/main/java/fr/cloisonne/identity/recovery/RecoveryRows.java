package fr.cloisonne.identity.recovery;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of ways back in: at most one that is not over for each account. */
@Component
class RecoveryRows {

    private static final String COLUMNS =
            "id, user_id, firm_id, attested_by, opens_at, confirmed_by";

    private final JdbcClient platform;
    private final Clock clock;

    RecoveryRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** One whose time has run out gives way. */
    void insert(Recovery one, String reason, Instant ends) {
        platform.sql(
                        "UPDATE platform.factor_recovery SET over_at = ? WHERE user_id = ? AND over_at IS NULL AND ends_at <= ?")
                .params(now(), one.person().value(), now())
                .update();
        FirmId firm = one.firm();
        try {
            platform.sql(
                            "INSERT INTO platform.factor_recovery (id, user_id, firm_id, attested_by, reason, attested_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .param(one.id().value())
                    .param(one.person().value())
                    .param(firm == null ? null : firm.value())
                    .param(one.attestedBy().value())
                    .param(reason)
                    .param(now())
                    .param(Timestamp.from(ends))
                    .update();
        } catch (DuplicateKeyException underWay) {
            throw new RecoveryRefusedException(Reason.UNDER_WAY);
        }
    }

    void link(RecoveryId id, String hash) {
        platform.sql(
                        "UPDATE platform.factor_recovery SET link_hash = ? WHERE id = ? AND opens_at IS NULL AND over_at IS NULL AND (firm_id IS NOT NULL OR confirmed_by IS NOT NULL)")
                .params(hash, id.value())
                .update();
    }

    /** The link is used up by this. */
    Optional<Recovery> begin(String linkHash, Instant opens, Instant ends) {
        return platform.sql(
                        "UPDATE platform.factor_recovery SET link_hash = NULL, opens_at = ?, ends_at = ? WHERE link_hash = ? AND over_at IS NULL AND ends_at > ? RETURNING "
                                + COLUMNS)
                .params(Timestamp.from(opens), Timestamp.from(ends), linkHash, now())
                .query(RecoveryRows::recovery)
                .optional();
    }

    Optional<Recovery> of(UserAccountId person) {
        return platform.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM platform.factor_recovery WHERE over_at IS NULL AND user_id = ? AND ends_at > ?")
                .params(person.value(), now())
                .query(RecoveryRows::recovery)
                .optional();
    }

    Optional<Recovery> find(RecoveryId id) {
        return platform.sql("SELECT " + COLUMNS + " FROM platform.factor_recovery WHERE id = ?")
                .param(id.value())
                .query(RecoveryRows::recovery)
                .optional();
    }

    /** Another operator confirms; the link to the mailbox may be made from now on. */
    boolean confirm(RecoveryId id, UserAccountId by, Instant ends) {
        return platform.sql(
                                "UPDATE platform.factor_recovery SET confirmed_by = ?, ends_at = ? WHERE id = ? AND firm_id IS NULL AND confirmed_by IS NULL AND over_at IS NULL AND ends_at > ?")
                        .params(by.value(), Timestamp.from(ends), id.value(), now())
                        .update()
                == 1;
    }

    /** One of those that operators attest. */
    record Attested(Recovery recovery, String reason, Instant at) {}

    List<Attested> byOperators() {
        return platform.sql(
                        "SELECT "
                                + COLUMNS
                                + ", reason, attested_at FROM platform.factor_recovery WHERE firm_id IS NULL AND over_at IS NULL AND ends_at > ? ORDER BY attested_at LIMIT 200")
                .param(now())
                .query((row, n) ->
                        new Attested(
                                recovery(row, n),
                                row.getString(7),
                                row.getTimestamp(8).toInstant()))
                .list();
    }

    /** The people of a firm, and those of the companies for which it works. */
    List<UserAccountId> peopleOf(FirmId firm) {
        return platform.sql(
                        """
                        SELECT user_id FROM platform.firm_member WHERE firm_id = :firm
                        UNION SELECT s.user_id FROM platform.company_member s
                          JOIN platform.mandate m ON m.tenant_id = s.tenant_id
                          WHERE m.firm_id = :firm AND m.valid_until IS NULL
                        """)
                .param("firm", firm.value())
                .query((row, n) -> new UserAccountId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Recovery> stop(UserAccountId person) {
        return over(person, "ends_at > :now");
    }

    Optional<Recovery> use(UserAccountId person) {
        return over(person, "ends_at > :now AND opens_at <= :now");
    }

    private Optional<Recovery> over(UserAccountId person, String when) {
        return platform.sql(
                        "UPDATE platform.factor_recovery SET over_at = :now WHERE user_id = :person AND over_at IS NULL AND "
                                + when
                                + " RETURNING "
                                + COLUMNS)
                .param("now", now())
                .param("person", person.value())
                .query(RecoveryRows::recovery)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        Timestamp opens = row.getTimestamp(5);
        UUID firm = row.getObject(3, UUID.class);
        UUID second = row.getObject(6, UUID.class);
        return new Recovery(
                new RecoveryId(row.getObject(1, UUID.class)),
                new UserAccountId(row.getObject(2, UUID.class)),
                firm == null ? null : new FirmId(firm),
                new UserAccountId(row.getObject(4, UUID.class)),
                second == null ? null : new UserAccountId(second),
                opens == null ? null : opens.toInstant());
    }
}
