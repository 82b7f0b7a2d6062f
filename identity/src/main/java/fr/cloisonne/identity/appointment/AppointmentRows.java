package fr.cloisonne.identity.appointment;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.appointment.Appointment.Kind;
import fr.cloisonne.identity.appointment.Appointment.Proof;
import fr.cloisonne.identity.appointment.Appointment.State;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of appointments. */
@Component
class AppointmentRows {

    private static final String SELECT =
            """
            SELECT id, firm_id, person_id, kind, reason, proof_name, proof_hash, proposed_by,
                   proposed_at, confirmed_by, effective_at, outcome, why
            FROM platform.appointment
            """;

    private static final String LATEST = SELECT + "ORDER BY proposed_at DESC, id LIMIT ?";

    private final JdbcClient platform;

    AppointmentRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    /** One row. */
    record Line(
            AppointmentId id,
            FirmId firm,
            UserAccountId person,
            Kind kind,
            String reason,
            Proof proof,
            UserAccountId proposedBy,
            Instant proposedAt,
            @Nullable UserAccountId confirmedBy,
            @Nullable Instant effective,
            State state,
            String why) {}

    void insert(Line line) {
        platform.sql(
                        """
                        INSERT INTO platform.appointment (id, firm_id, person_id, kind, reason,
                          proof_name, proof_hash, proposed_by, proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        line.id().value(),
                        line.firm().value(),
                        line.person().value(),
                        line.kind().name(),
                        line.reason(),
                        line.proof().name(),
                        line.proof().hash(),
                        line.proposedBy().value(),
                        Timestamp.from(line.proposedAt()))
                .update();
    }

    void confirm(AppointmentId id, UserAccountId by, Instant now, Instant effective) {
        platform.sql(
                        "UPDATE platform.appointment SET confirmed_by = ?, confirmed_at = ?, effective_at = ? WHERE id = ?")
                .params(by.value(), Timestamp.from(now), Timestamp.from(effective), id.value())
                .update();
    }

    void end(
            AppointmentId id,
            State outcome,
            @Nullable UserAccountId by,
            @Nullable String why,
            Instant now) {
        platform.sql(
                        "UPDATE platform.appointment SET outcome = ?, ended_by = ?, why = ?, ended_at = ? WHERE id = ?")
                .param(outcome.name())
                .param(by == null ? null : by.value())
                .param(why)
                .param(Timestamp.from(now))
                .param(id.value())
                .update();
    }

    Optional<Line> find(AppointmentId id) {
        return platform.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(AppointmentRows::line)
                .optional();
    }

    /** Holds it still until the transaction ends. */
    Optional<Line> hold(AppointmentId id) {
        return platform.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(AppointmentRows::line)
                .optional();
    }

    /** The next whose notice has run out. */
    Optional<Line> due(Instant now) {
        return platform.sql(
                        SELECT
                                + "WHERE ended_at IS NULL AND effective_at <= ? ORDER BY effective_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(Timestamp.from(now))
                .query(AppointmentRows::line)
                .optional();
    }

    List<Line> latest(int limit) {
        return platform.sql(LATEST).param(limit).query(AppointmentRows::line).list();
    }

    /** Those in whose notice these firms are. */
    List<Line> noticesIn(List<FirmId> firms) {
        return platform.sql(
                        SELECT
                                + "WHERE ended_at IS NULL AND confirmed_at IS NOT NULL AND firm_id = ANY (?) ORDER BY effective_at")
                .param(firms.stream().map(FirmId::value).toArray(UUID[]::new))
                .query(AppointmentRows::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        UUID confirmed = row.getObject("confirmed_by", UUID.class);
        Timestamp effective = row.getTimestamp("effective_at");
        return new Line(
                new AppointmentId(row.getObject("id", UUID.class)),
                new FirmId(row.getObject("firm_id", UUID.class)),
                new UserAccountId(row.getObject("person_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                new Proof(row.getString("proof_name"), row.getString("proof_hash")),
                new UserAccountId(row.getObject("proposed_by", UUID.class)),
                row.getTimestamp("proposed_at").toInstant(),
                confirmed == null ? null : new UserAccountId(confirmed),
                effective == null ? null : effective.toInstant(),
                state(row.getString("outcome"), confirmed != null),
                Objects.requireNonNullElse(row.getString("why"), ""));
    }

    private static State state(@Nullable String outcome, boolean confirmed) {
        if (outcome != null) {
            return State.valueOf(outcome);
        }
        return confirmed ? State.NOTICE : State.PROPOSED;
    }
}
