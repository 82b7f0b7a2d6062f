package fr.cloisonne.identity.maildomain;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.maildomain.DomainRows.Row;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is noted of proven domains whose zones are looked at again. Nothing is, where somebody has
 * withdrawn or proven the domain since it was read.
 */
@Component
class WatchedRows {

    private static final String DUE =
            """
            UPDATE platform.mail_domain SET looked_at = :now
            WHERE id = (SELECT id FROM platform.mail_domain
                        WHERE proof = 'DNS' AND withdrawn_at IS NULL
                          AND (looked_at IS NULL OR looked_at <= :before)
                        ORDER BY looked_at NULLS FIRST LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
            RETURNING id
            """;

    private static final String AS_READ =
            """
            WHERE id = :id AND proven_at = :proven AND withdrawn_at IS NULL
              AND missing_since IS NOT DISTINCT FROM CAST(:missing AS timestamptz)
            """;

    private final JdbcClient platform;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    WatchedRows(
            @Qualifier("platformJdbc") JdbcClient platform,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes the one that has waited longest for a look, if one has waited that long. */
    @PlatformTransaction
    public Optional<MailDomainId> due(Duration since) {
        return platform.sql(DUE)
                .param("now", now())
                .param("before", Timestamp.from(clock.instant().minus(since)))
                .query((row, n) -> new MailDomainId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** The proof is back; whoever looked is null where nobody did. */
    @PlatformTransaction
    public void seen(Row row, @Nullable UserAccountId by) {
        if (changed(row, "missing_since = NULL, warned_again = false, looked_at = :now")) {
            record("domain.seen", row, by);
        }
    }

    @PlatformTransaction
    public void missing(Row row) {
        if (changed(row, "missing_since = :now")) {
            tell("domain.missing", row, new DomainMissing(row.id()));
        }
    }

    @PlatformTransaction
    public void warned(Row row) {
        if (!row.warnedAgain() && changed(row, "warned_again = true")) {
            outbox.record(new DomainMissing(row.id()));
        }
    }

    @PlatformTransaction
    public void lapsed(Row row) {
        String none =
                "proof = NULL, proven_at = NULL, proven_by = NULL, missing_since = NULL, warned_again = false, lapsed_at = :now";
        if (changed(row, none)) {
            tell("domain.lapsed", row, new DomainLapsed(row.id()));
        }
    }

    private boolean changed(Row row, String change) {
        return platform.sql("UPDATE platform.mail_domain SET " + change + "\n" + AS_READ)
                        .param("id", row.id().value())
                        .param("now", now())
                        .param("proven", timestamp(row.provenAt()))
                        .param("missing", timestamp(row.missingSince()))
                        .update()
                == 1;
    }

    private void tell(String act, Row row, Event event) {
        record(act, row, null);
        outbox.record(event);
    }

    private void record(String act, Row row, @Nullable UserAccountId by) {
        audit.recordUse(
                row.firm(), by, Right.MANAGE_SIGN_IN, act, Map.of("domain", row.domain().name()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
