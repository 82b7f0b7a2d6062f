package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds the firms whose access has not been reviewed for too long, one after the other. */
@Component
@EnableConfigurationProperties(AccessReviewSettings.class)
public class ReviewReminders {

    private static final String DUE =
            """
            SELECT f.id FROM platform.firm f
            LEFT JOIN platform.review_reminder r ON r.firm_id = f.id
            WHERE f.created_at < :old AND (r.at IS NULL OR r.at < :reminded)
              AND NOT EXISTS (
                SELECT 1 FROM platform.access_review v WHERE v.firm_id = f.id AND v.at >= :old)
            ORDER BY f.id LIMIT 1 FOR NO KEY UPDATE OF f SKIP LOCKED
            """;

    private static final String REMINDED =
            """
            INSERT INTO platform.review_reminder (firm_id, at) VALUES (?, ?)
            ON CONFLICT (firm_id) DO UPDATE SET at = excluded.at
            """;

    private final JdbcClient platform;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Firms firms;
    private final AccessReviewSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    ReviewReminders(
            @Qualifier("platformJdbc") JdbcClient platform,
            Administrators administrators,
            UserAccounts accounts,
            Firms firms,
            AccessReviewSettings settings,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.administrators = administrators;
        this.accounts = accounts;
        this.firms = firms;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Reminds one firm.
     *
     * @return whether there was one to remind
     */
    @PlatformTransaction
    public boolean remindOne() {
        Instant now = clock.instant();
        Optional<UUID> due =
                platform.sql(DUE)
                        .param("old", Timestamp.from(now.minus(settings.interval())))
                        .param("reminded", Timestamp.from(now.minus(settings.reminder())))
                        .query(UUID.class)
                        .optional();
        due.ifPresent(firm -> {
            platform.sql(REMINDED).params(firm, Timestamp.from(now)).update();
            outbox.record(new AccessReviewDue(new FirmId(firm)));
        });
        return due.isPresent();
    }

    /**
     * Whom the news of it is for.
     *
     * @param firm whose review waits
     * @return the firm and its permanent administrators
     */
    @PlatformTransaction(readOnly = true)
    public DueReview due(FirmId firm) {
        return new DueReview(
                firms.cards(List.of(firm)).getFirst(),
                List.copyOf(accounts.cards(administrators.toTell(firm)).values()));
    }
}
