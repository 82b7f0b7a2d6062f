package fr.cloisonne.identity.recovery;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of ways back in: at most one that is not over for each account. */
@Component
class RecoveryRows {

    private static final String COLUMNS = "id, user_id, firm_id, attested_by, opens_at";

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
        try {
            platform.sql(
                            "INSERT INTO platform.factor_recovery (id, user_id, firm_id, attested_by, reason, attested_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            one.id().value(),
                            one.person().value(),
                            one.firm().value(),
                            one.attestedBy().value(),
                            reason,
                            now(),
                            Timestamp.from(ends))
                    .update();
        } catch (DuplicateKeyException underWay) {
            throw new RecoveryRefusedException(Reason.UNDER_WAY);
        }
    }

    void link(RecoveryId id, String hash) {
        platform.sql(
                        "UPDATE platform.factor_recovery SET link_hash = ? WHERE id = ? AND opens_at IS NULL AND over_at IS NULL")
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
        return new Recovery(
                new RecoveryId(row.getObject(1, UUID.class)),
                new UserAccountId(row.getObject(2, UUID.class)),
                new FirmId(row.getObject(3, UUID.class)),
                new UserAccountId(row.getObject(4, UUID.class)),
                opens == null ? null : opens.toInstant());
    }
}
