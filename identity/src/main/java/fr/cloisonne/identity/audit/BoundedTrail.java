package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Counts what anybody can make happen without end, so that no chain grows by it without end: the
 * first times in a window get rows of their own, and all others together one that says how many.
 */
@Component
public class BoundedTrail {

    private static final String COUNT =
            """
            INSERT INTO platform.audit_repeat AS r
              (act, subject, since, until, chain, actor, details, own_rows, times)
            VALUES (:act, :subject, :since, :until, :chain, CAST(:actor AS uuid), :details, :rows, 1)
            ON CONFLICT (act, subject, since) DO UPDATE SET times = r.times + 1
            RETURNING times
            """;

    private static final String FIRST =
            """
            INSERT INTO platform.audit_repeat
              (act, subject, since, until, chain, details, own_rows, times)
            VALUES (:act, :subject, :since, :until, :chain, '{}', 1, 1)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient platform;
    private final Clock clock;

    BoundedTrail(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * What happens.
     *
     * @param subject what makes two of them the same
     * @param firm in whose chain the rest is told; null for the service's
     * @param actor who does it, if known
     * @param details of the row that tells the rest
     */
    public record Happening(
            String subject,
            @Nullable FirmId firm,
            @Nullable UserAccountId actor,
            Map<String, String> details) {}

    /**
     * Counts it.
     *
     * @param bound how often it goes on record by itself
     * @param what what happens
     * @return true if it shall have a row of its own, which the caller writes in this transaction
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean counted(Bound bound, Happening what) {
        Instant since = bound.since(clock.instant());
        FirmId firm = what.firm();
        UserAccountId actor = what.actor();
        int times =
                platform.sql(COUNT)
                        .param("act", bound.act())
                        .param("subject", what.subject())
                        .param("since", Timestamp.from(since))
                        .param("until", Timestamp.from(since.plus(bound.window())))
                        .param("chain", firm == null ? AuditTrail.SERVICE : firm.value())
                        .param("actor", actor == null ? null : actor.value())
                        .param("details", Row.canonical(what.details()))
                        .param("rows", bound.rows())
                        .query(Integer.class)
                        .single();
        return times <= bound.rows();
    }

    /**
     * Counts what is on record once in a window, and nothing is said of the rest.
     *
     * @param bound within how long
     * @param subject what makes two of them the same
     * @return true for the first, whose row the caller writes in this transaction
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    public boolean first(Bound bound, String subject) {
        Instant since = bound.since(clock.instant());
        return platform.sql(FIRST)
                        .param("act", bound.act())
                        .param("subject", subject)
                        .param("since", Timestamp.from(since))
                        .param("until", Timestamp.from(since.plus(bound.window())))
                        .param("chain", AuditTrail.SERVICE)
                        .update()
                == 1;
    }

    /**
     * Whether the next one will have no row of its own.
     *
     * @param bound how often it goes on record by itself
     * @param subject what makes two of them the same
     * @return true if there were as many already
     */
    @PlatformTransaction(readOnly = true)
    public boolean spent(Bound bound, String subject) {
        return platform.sql(
                        "SELECT times FROM platform.audit_repeat WHERE act = ? AND subject = ? AND since = ?")
                .params(bound.act(), subject, Timestamp.from(bound.since(clock.instant())))
                .query(Integer.class)
                .optional()
                .filter(times -> times >= bound.rows())
                .isPresent();
    }
}
