package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes, for each window that is over, the one row that says what else there was in it. */
@Component
class RestTelling {

    static final int PAGE = 100;

    private static final String OVER =
            """
            DELETE FROM platform.audit_repeat WHERE (act, subject, since) IN (
              SELECT act, subject, since FROM platform.audit_repeat WHERE until <= :now
              ORDER BY until LIMIT :page FOR UPDATE SKIP LOCKED)
            RETURNING chain, actor, act, details, own_rows, times
            """;

    private final JdbcClient platform;
    private final AuditTrail trail;
    private final List<RestHeard> hearers;
    private final Clock clock;

    RestTelling(
            @Qualifier("platformJdbc") JdbcClient platform,
            AuditTrail trail,
            List<RestHeard> hearers,
            Clock clock) {
        this.platform = platform;
        this.trail = trail;
        this.hearers = hearers;
        this.clock = clock;
    }

    /** What there was in a window that is over. */
    private record Over(
            UUID chain,
            @Nullable UserAccountId actor,
            String act,
            String details,
            int rows,
            int times) {

        static Over read(ResultSet row, int number) throws SQLException {
            UUID actor = row.getObject("actor", UUID.class);
            return new Over(
                    row.getObject("chain", UUID.class),
                    actor == null ? null : new UserAccountId(actor),
                    row.getString("act"),
                    row.getString("details"),
                    row.getInt("own_rows"),
                    row.getInt("times"));
        }

        Map<String, String> told() {
            Map<String, String> told = new TreeMap<>(Row.parsed(details));
            told.put("times", Integer.toString(times - rows));
            return told;
        }
    }

    /**
     * Tells a page of them.
     *
     * @return how many windows are done with
     */
    @PlatformTransaction
    int tell() {
        List<Over> over =
                platform.sql(OVER)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("page", PAGE)
                        .query(Over::read)
                        .list();
        over.stream()
                .filter(one -> one.times() > one.rows())
                .sorted(Comparator.comparing(Over::chain).reversed())
                .forEach(this::tell);
        return over.size();
    }

    /** The service's chain has the lowest id, and comes last. */
    private void tell(Over one) {
        Map<String, String> told = one.told();
        if (one.chain().equals(AuditTrail.SERVICE)) {
            long row = trail.recordInServiceNow(one.actor(), one.act(), told);
            hearers.forEach(hearer -> hearer.told(one.act(), told, row));
        } else {
            trail.recordInFirm(new FirmId(one.chain()), one.actor(), one.act(), told);
        }
    }
}
