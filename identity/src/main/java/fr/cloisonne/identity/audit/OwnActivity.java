package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person did with their account, and what was tried with it, out of the service's chain: for
 * that person alone.
 */
@Component
public class OwnActivity {

    /** The oldest that can be asked for, and the newest. */
    private static final Instant EVER = Instant.EPOCH;

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String ROWS =
            """
            SELECT * FROM (
              (SELECT * FROM platform.audit
               WHERE chain = '00000000-0000-0000-0000-000000000000' AND actor = :person
                 AND at >= :from AND at < :until AND (at, n) < (:last, :lastN)
               ORDER BY at DESC, n DESC LIMIT :limit)
              UNION ALL
              (SELECT * FROM platform.audit
               WHERE chain = '00000000-0000-0000-0000-000000000000' AND actor IS NULL
                 AND act LIKE 'signin.%' AND CAST(details AS json) ->> 'account' = :account
                 AND at >= :from AND at < :until AND (at, n) < (:last, :lastN)
               ORDER BY at DESC, n DESC LIMIT :limit)
            ) own ORDER BY at DESC, n DESC LIMIT :limit
            """;

    private final JdbcClient platform;
    private final AuditReading reading;

    OwnActivity(@Qualifier("platformJdbc") JdbcClient platform, AuditReading reading) {
        this.platform = platform;
        this.reading = reading;
    }

    /**
     * A page of it.
     *
     * @param person who reads, and whose it is
     * @param from not before, or null
     * @param until before, or null
     * @param last the last entry already seen, or null for the first page
     * @param limit at most 500
     * @return newest first
     */
    @PlatformTransaction(readOnly = true)
    public List<AuditEntry> page(
            UserAccountId person,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable AuditEntry last,
            int limit) {
        return reading.named(
                platform.sql(ROWS)
                        .param("person", person.value())
                        .param("account", person.toString())
                        .param("from", Timestamp.from(from == null ? EVER : from))
                        .param("until", Timestamp.from(until == null ? NEVER : until))
                        .param("last", Timestamp.from(last == null ? NEVER : last.at()))
                        .param("lastN", last == null ? Long.MAX_VALUE : last.n())
                        .param("limit", Math.min(limit, 500))
                        .query(Row::read)
                        .list());
    }
}
