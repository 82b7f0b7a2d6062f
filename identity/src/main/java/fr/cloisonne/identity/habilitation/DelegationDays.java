package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns the days of delegations over. A right that is lent begins and ends with its days by itself,
 * whoever asks; here whoever keeps an answer about it learns that it is old, and the end goes on
 * record. Each is taken once, on whichever node.
 */
@Component
public class DelegationDays {

    private static final String BEGIN =
            """
            UPDATE platform.delegation SET begun_at = :now WHERE id = (
              SELECT id FROM platform.delegation
              WHERE begun_at IS NULL AND revoked_at IS NULL AND first_day <= :today
              ORDER BY first_day LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, firm_id, giver_id, holder_id, revoked_at
            """;

    private static final String END =
            """
            UPDATE platform.delegation SET ended_at = :now WHERE id = (
              SELECT id FROM platform.delegation
              WHERE ended_at IS NULL AND (last_day < :today OR revoked_at IS NOT NULL)
              ORDER BY last_day LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, firm_id, giver_id, holder_id, revoked_at
            """;

    private final JdbcClient platform;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    DelegationDays(
            @Qualifier("platformJdbc") JdbcClient platform,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Turned(
            DelegationId id,
            FirmId firm,
            UserAccountId giver,
            UserAccountId holder,
            boolean revoked) {}

    /**
     * Lets one delegation begin whose first day has come.
     *
     * @return whether there was one
     */
    @PlatformTransaction
    public boolean beginOne() {
        return turn(BEGIN).isPresent();
    }

    /**
     * Ends one delegation whose last day is past, or tells that it was taken back.
     *
     * @return whether there was one
     */
    @PlatformTransaction
    public boolean endOne() {
        Optional<Turned> ended = turn(END);
        ended.ifPresent(this::end);
        return ended.isPresent();
    }

    private void end(Turned one) {
        if (!one.revoked()) {
            audit.recordInFirm(
                    one.firm(),
                    null,
                    "delegation.ended",
                    Map.of("delegation", one.id().toString(), "holder", one.holder().toString()));
        }
        outbox.record(new DelegationEnded(one.id()));
    }

    private Optional<Turned> turn(String statement) {
        return platform.sql(statement)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .query(DelegationDays::turned)
                .optional();
    }

    private static Turned turned(ResultSet row, int number) throws SQLException {
        return new Turned(
                new DelegationId(row.getObject(1, UUID.class)),
                new FirmId(row.getObject(2, UUID.class)),
                new UserAccountId(row.getObject(3, UUID.class)),
                new UserAccountId(row.getObject(4, UUID.class)),
                row.getObject(5) != null);
    }
}
