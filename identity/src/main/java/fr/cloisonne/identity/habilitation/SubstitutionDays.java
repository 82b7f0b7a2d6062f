package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.SubstituteRows.Line;
import fr.cloisonne.identity.habilitation.SubstitutionChanged.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets provisional administrations begin when their notice has run out, and tells their end. The
 * right itself ends by its last day, whoever asks.
 */
@Component
public class SubstitutionDays {

    private static final String GIVE =
            """
            INSERT INTO platform.habilitation (id, firm_id, profile, holder_id, last_day)
            SELECT :id, :firm, 'ADMINISTRATOR', m.user_id, :last FROM platform.firm_member m
            WHERE m.firm_id = :firm AND m.user_id = :person AND m.suspended_at IS NULL
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient platform;
    private final SubstituteRows rows;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    SubstitutionDays(
            @Qualifier("platformJdbc") JdbcClient platform,
            SubstituteRows rows,
            AuditTrail audit,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.rows = rows;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Lets one begin.
     *
     * @return whether there was one
     */
    @PlatformTransaction
    public boolean beginOne() {
        Optional<Line> next = rows.toBegin(clock.instant());
        next.ifPresent(this::begin);
        return next.isPresent();
    }

    /** Whoever is suspended meanwhile, or administers already, gets nothing and it is over. */
    void begin(Line line) {
        UUID id = Uuid7.next();
        LocalDate last = LocalDate.now(clock).plusMonths(Substitution.MONTHS).minusDays(1);
        int given =
                platform.sql(GIVE)
                        .param("id", id)
                        .param("firm", line.firm().value())
                        .param("person", line.person().value())
                        .param("last", last)
                        .update();
        if (given == 0) {
            rows.end(line.id(), clock.instant());
            return;
        }
        rows.begin(line.id(), id, last, clock.instant());
        tell(line, "substitute.begun", Step.BEGUN);
    }

    /**
     * Ends one whose last day is past.
     *
     * @return whether there was one
     */
    @PlatformTransaction
    public boolean endOne() {
        Optional<Line> next = rows.toEnd(LocalDate.now(clock));
        next.ifPresent(this::over);
        return next.isPresent();
    }

    void over(Line line) {
        rows.end(line.id(), clock.instant());
        tell(line, "substitute.over", Step.ENDED);
    }

    private void tell(Line line, String act, Step step) {
        audit.recordInFirm(line.firm(), null, act, Map.of("holder", line.person().toString()));
        outbox.record(new SubstitutionChanged(line.firm(), line.person(), step));
    }
}
