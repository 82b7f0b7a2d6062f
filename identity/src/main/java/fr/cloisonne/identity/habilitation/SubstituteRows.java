package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The substitutes of firms, as the table keeps them: one at most who is not over. */
@Component
class SubstituteRows {

    private static final String SELECT =
            """
            SELECT id, firm_id, person_id, accepted_at, effective_at, last_day, renewed_at,
                   begun_at
            FROM platform.substitute WHERE ended_at IS NULL AND
            """;

    private final JdbcClient platform;

    SubstituteRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** One row. */
    record Line(
            UUID id,
            FirmId firm,
            UserAccountId person,
            boolean accepted,
            @Nullable Instant effective,
            @Nullable LocalDate last,
            boolean renewed,
            boolean begun) {}

    Optional<Line> of(FirmId firm) {
        return platform.sql(SELECT + " firm_id = ?")
                .param(firm.value())
                .query(SubstituteRows::line)
                .optional();
    }

    List<Line> of(UserAccountId person) {
        return platform.sql(SELECT + " person_id = ? ORDER BY firm_id")
                .param(person.value())
                .query(SubstituteRows::line)
                .list();
    }

    /** In the place of whoever names them, unless that is nobody of the firm. */
    void insert(
            UUID id,
            FirmId firm,
            UserAccountId person,
            UserAccountId by,
            @Nullable UserAccountId inPlaceOf,
            Instant now) {
        platform.sql(
                        "INSERT INTO platform.substitute (id, firm_id, person_id, named_by, in_place_of, named_at) VALUES (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(firm.value())
                .param(person.value())
                .param(by.value())
                .param(Ids.of(inPlaceOf))
                .param(Timestamp.from(now))
                .update();
    }

    void accept(UUID id, Instant now) {
        platform.sql("UPDATE platform.substitute SET accepted_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void claim(UUID id, Instant effective, String reason) {
        platform.sql("UPDATE platform.substitute SET effective_at = ?, reason = ? WHERE id = ?")
                .params(Timestamp.from(effective), reason, id)
                .update();
    }

    void begin(UUID id, UUID habilitation, LocalDate last, Instant now) {
        platform.sql(
                        "UPDATE platform.substitute SET begun_at = ?, habilitation_id = ?, last_day = ? WHERE id = ?")
                .params(Timestamp.from(now), habilitation, last, id)
                .update();
    }

    void renew(UUID id, LocalDate last, Instant now) {
        platform.sql("UPDATE platform.substitute SET renewed_at = ?, last_day = ? WHERE id = ?")
                .params(Timestamp.from(now), last, id)
                .update();
        platform.sql(
                        "UPDATE platform.habilitation SET last_day = ? WHERE id = (SELECT habilitation_id FROM platform.substitute WHERE id = ?)")
                .params(last, id)
                .update();
    }

    void end(UUID id, Instant now) {
        platform.sql(
                        "UPDATE platform.habilitation SET revoked_at = now() WHERE revoked_at IS NULL AND id = (SELECT habilitation_id FROM platform.substitute WHERE id = ?)")
                .param(id)
                .update();
        platform.sql("UPDATE platform.substitute SET ended_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** The next whose notice has run out. */
    Optional<Line> toBegin(Instant now) {
        return platform.sql(
                        SELECT
                                + " begun_at IS NULL AND effective_at <= ? ORDER BY effective_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(Timestamp.from(now))
                .query(SubstituteRows::line)
                .optional();
    }

    /** The next whose last day is past. */
    Optional<Line> toEnd(LocalDate today) {
        return platform.sql(
                        SELECT + " last_day < ? ORDER BY last_day LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(today)
                .query(SubstituteRows::line)
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Timestamp effective = row.getTimestamp("effective_at");
        return new Line(
                row.getObject("id", UUID.class),
                new FirmId(row.getObject("firm_id", UUID.class)),
                new UserAccountId(row.getObject("person_id", UUID.class)),
                row.getObject("accepted_at") != null,
                effective == null ? null : effective.toInstant(),
                row.getObject("last_day", LocalDate.class),
                row.getObject("renewed_at") != null,
                row.getObject("begun_at") != null);
    }
}
