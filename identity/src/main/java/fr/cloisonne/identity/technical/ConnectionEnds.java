package fr.cloisonne.identity.technical;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says thirty, seven and one days ahead that a connection will stand still: when the last of its
 * secrets ends, or its own time. Each once, whichever node says it; who has renewed in time hears
 * nothing.
 */
@Component
public class ConnectionEnds {

    /** The credential that lasts longest, of every connection that lives. */
    private static final String LAST =
            """
            SELECT DISTINCT ON (k.client) k.id, k.client,
                   least(k.valid_until, coalesce(c.expires_at, k.valid_until)) AS ends
            FROM platform.client_credential k
            JOIN platform.token_client c ON c.id = k.client
            WHERE k.revoked_at IS NULL AND c.revoked_at IS NULL
            ORDER BY k.client, k.valid_until DESC
            """;

    private static final String REMIND =
            """
            UPDATE platform.client_credential k SET reminded = :days
            FROM (%s) AS last
            WHERE k.id = last.id AND last.ends > :now AND last.ends <= :soon
              AND (k.reminded IS NULL OR k.reminded > :days)
            RETURNING k.client
            """
                    .formatted(LAST);

    private static final String NEWS =
            """
            SELECT c.name, f.short_name, f.legal_name, last.ends,
                   ARRAY(SELECT DISTINCT h.holder_id FROM platform.habilitation h
                         JOIN platform.profile p ON p.code = h.profile
                         WHERE h.firm_id = c.firm_id AND h.place = h.firm_id
                           AND h.revoked_at IS NULL
                           AND (h.last_day IS NULL OR h.last_day >= :today)
                           AND 'MANAGE_CONNECTIONS' = ANY (p.rights)) AS managers
            FROM platform.token_client c
            JOIN platform.firm f ON f.id = c.firm_id
            JOIN (%s) AS last ON last.client = c.id
            WHERE c.id = :connection AND last.ends > :now
            """
                    .formatted(LAST);

    private final JdbcClient platform;
    private final UserAccounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    ConnectionEnds(
            @Qualifier("platformJdbc") JdbcClient platform,
            UserAccounts accounts,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What is told of a connection that ends.
     *
     * @param name its name
     * @param firm its firm, in addresses
     * @param firmName its firm's name
     * @param lastDay the last day on which it works
     * @param managers who can do something about it
     */
    public record News(
            String name,
            FirmShortName firm,
            String firmName,
            LocalDate lastDay,
            List<PersonCard> managers) {}

    /** Tells what has come near since it was last asked. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    @PlatformTransaction
    public void remind() {
        NearEnds.tell(
                platform,
                clock,
                REMIND,
                (client, days) ->
                        outbox.record(new ConnectionEnding(new TokenClientId(client), days)));
    }

    /**
     * What there is to tell of a connection that ends.
     *
     * @param connection which
     * @return nothing if it has ended, or was ended, in between
     */
    @PlatformTransaction(readOnly = true)
    public Optional<News> news(TokenClientId connection) {
        return platform.sql(NEWS)
                .param("today", LocalDate.now(clock))
                .param("connection", connection.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(this::told)
                .optional();
    }

    private News told(ResultSet row, int number) throws SQLException {
        Instant end = row.getTimestamp(4).toInstant().minusMillis(1);
        List<UserAccountId> managers =
                List.of((UUID[]) row.getArray(5).getArray()).stream()
                        .map(UserAccountId::new)
                        .toList();
        return new News(
                row.getString(1),
                new FirmShortName(row.getString(2)),
                row.getString(3),
                LocalDate.ofInstant(end, clock.getZone()),
                List.copyOf(accounts.cards(managers).values()));
    }
}
