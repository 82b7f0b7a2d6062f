package fr.cloisonne.company.importing;

import fr.cloisonne.company.CompanyForm;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The imports that go on, as the tables keep them for those who work on them. A node holds one for
 * a while by a claim; a claim that ran out, since its node was killed, is anybody's. A line is
 * begun before it is worked on and settled after, so that whoever comes next knows which was cut.
 */
@Component
class ImportQueue {

    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final String CLAIM_ONE =
            """
            UPDATE platform.company_import
            SET claim = :claim, claimed_until = :until, served_at = :now
            WHERE id = (
              SELECT id FROM platform.company_import
              WHERE ended_at IS NULL AND started_at IS NOT NULL
                AND (claimed_until IS NULL OR claimed_until < :now)
              ORDER BY served_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, firm_id, person_id
            """;

    private static final String BEGIN_NEXT =
            """
            UPDATE platform.company_import_line SET verdict = 'BEGUN', begun_at = now()
            WHERE (import_id, n) = (
              SELECT import_id, n FROM platform.company_import_line
              WHERE import_id = ? AND verdict = 'WAITING' ORDER BY n LIMIT 1)
            RETURNING n, form, begun_at, tries
            """;

    private final JdbcClient platform;
    private final ImportRows rows;

    ImportQueue(@Qualifier("platformJdbc") JdbcClient platform, ImportRows rows) {
        this.platform = platform;
        this.rows = rows;
    }

    /** An import that this node holds, and for whom it adds. */
    record Claimed(ImportId id, FirmId firm, UserAccountId person, UUID claim) {}

    /** A line that is begun; cut, if it was begun by somebody who never settled it. */
    record Begun(int number, CompanyForm form, Instant at, int tries, boolean cut) {}

    @PlatformTransaction
    public Optional<Claimed> claim(Instant now) {
        UUID claim = Uuid7.next();
        return platform.sql(CLAIM_ONE)
                .param("claim", claim)
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("now", Timestamp.from(now))
                .query((row, n) ->
                        new Claimed(
                                new ImportId(row.getObject(1, UUID.class)),
                                new FirmId(row.getObject(2, UUID.class)),
                                new UserAccountId(row.getObject(3, UUID.class)),
                                claim))
                .optional();
    }

    /** Whether the claim still holds; from now on for its whole length again. */
    private boolean renew(Claimed claimed, Instant until) {
        return platform.sql(
                                "UPDATE platform.company_import SET claimed_until = ? WHERE id = ? AND claim = ?")
                        .params(Timestamp.from(until), claimed.id().value(), claimed.claim())
                        .update()
                == 1;
    }

    /** What was cut comes first; nothing where none is left, or the claim is somebody else's. */
    @PlatformTransaction
    public Optional<Begun> begin(Claimed claimed, Instant now) {
        if (!renew(claimed, now.plus(CLAIM))) {
            return Optional.empty();
        }
        Optional<Begun> cut =
                line(
                        "SELECT n, form, begun_at, tries FROM platform.company_import_line WHERE import_id = ? AND verdict = 'BEGUN' ORDER BY n LIMIT 1",
                        claimed,
                        true);
        return cut.isPresent() ? cut : line(BEGIN_NEXT, claimed, false);
    }

    private Optional<Begun> line(String sql, Claimed claimed, boolean cut) {
        return platform.sql(sql)
                .param(claimed.id().value())
                .query((row, n) ->
                        new Begun(
                                row.getInt(1),
                                rows.opened(row.getBytes(2)),
                                row.getTimestamp(3).toInstant(),
                                row.getInt(4),
                                cut))
                .optional();
    }

    /** Settles a begun line; false if somebody has. */
    @PlatformTransaction
    public boolean settle(
            Claimed claimed,
            Begun line,
            ImportVerdict verdict,
            List<ImportFault> faults,
            @Nullable TenantId tenant) {
        return platform.sql(
                                """
                                UPDATE platform.company_import_line
                                SET verdict = ?, faults = faults || CAST(? AS jsonb), tenant_id = ?, form = NULL
                                WHERE import_id = ? AND n = ? AND verdict = 'BEGUN'
                                """)
                        .param(verdict.name())
                        .param(ImportRows.json(faults))
                        .param(tenant == null ? null : tenant.value())
                        .param(claimed.id().value())
                        .param(line.number())
                        .update()
                == 1;
    }

    /** Whether some line has made this company already: no two claim one. */
    @PlatformTransaction(readOnly = true)
    public boolean credited(TenantId tenant) {
        return platform.sql(
                        "SELECT EXISTS (SELECT 1 FROM platform.company_import_line WHERE tenant_id = ?)")
                .param(tenant.value())
                .query(Boolean.class)
                .single();
    }

    /** One more try of this line went wrong; it stays begun, as if it had been cut. */
    @PlatformTransaction
    public void failed(Claimed claimed, Begun line) {
        platform.sql(
                        "UPDATE platform.company_import_line SET tries = tries + 1 WHERE import_id = ? AND n = ? AND verdict = 'BEGUN'")
                .params(claimed.id().value(), line.number())
                .update();
    }

    /** Nothing of what is left can be added, each line for the same reason. */
    @PlatformTransaction
    public void refuseRest(Claimed claimed, ImportFault why) {
        platform.sql(
                        """
                        UPDATE platform.company_import_line
                        SET verdict = 'REFUSED', faults = faults || CAST(? AS jsonb), form = NULL
                        WHERE import_id = ? AND verdict IN ('WAITING', 'BEGUN')
                        """)
                .params(ImportRows.json(List.of(why)), claimed.id().value())
                .update();
    }

    /** Gives the import back; nobody takes it before this instant. */
    @PlatformTransaction
    public void release(Claimed claimed, Instant notBefore) {
        renew(claimed, notBefore);
    }

    /** Ends the import if every line is settled. */
    @PlatformTransaction
    public boolean end(Claimed claimed, Instant now) {
        return platform.sql(
                                """
                                UPDATE platform.company_import SET ended_at = ?,
                                  state = CASE state WHEN 'RUNNING' THEN 'DONE' ELSE state END
                                WHERE id = ? AND claim = ? AND ended_at IS NULL AND NOT EXISTS (
                                  SELECT 1 FROM platform.company_import_line
                                  WHERE import_id = ? AND verdict IN ('WAITING', 'BEGUN'))
                                """)
                        .params(
                                Timestamp.from(now),
                                claimed.id().value(),
                                claimed.claim(),
                                claimed.id().value())
                        .update()
                == 1;
    }
}
