package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.technical.NearEnds;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
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
 * Says thirty, seven and one days ahead that a firm's directory will no longer get in, since its
 * last token ends. Each once, whichever node says it; who has renewed in time hears nothing.
 */
@Component
public class ProvisioningEnds {

    /** The token that lasts longest, of every connection that lives. */
    private static final String LAST =
            """
            SELECT DISTINCT ON (t.connection_id) t.id, t.connection_id, t.expires_at AS ends
            FROM platform.provisioning_token t
            JOIN platform.provisioning_connection c ON c.id = t.connection_id
            WHERE c.revoked_at IS NULL
            ORDER BY t.connection_id, t.expires_at DESC
            """;

    private static final String REMIND =
            """
            UPDATE platform.provisioning_token t SET reminded = :days
            FROM (%s) AS last
            WHERE t.id = last.id AND last.ends > :now AND last.ends <= :soon
              AND (t.reminded IS NULL OR t.reminded > :days)
            RETURNING t.connection_id
            """
                    .formatted(LAST);

    private static final String NEWS =
            """
            SELECT c.name, f.id, f.short_name, f.legal_name, last.ends
            FROM platform.provisioning_connection c
            JOIN platform.firm f ON f.id = c.firm_id
            JOIN (%s) AS last ON last.connection_id = c.id
            WHERE c.id = :connection AND last.ends > :now
            """
                    .formatted(LAST);

    private final JdbcClient platform;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    ProvisioningEnds(
            @Qualifier("platformJdbc") JdbcClient platform,
            Administrators administrators,
            UserAccounts accounts,
            Outbox outbox,
            Clock clock) {
        this.platform = platform;
        this.administrators = administrators;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What is told of a token that ends.
     *
     * @param name the connection's name
     * @param firm its firm, in addresses
     * @param firmName its firm's name
     * @param lastDay the last day on which it gets in
     * @param administrators who can do something about it
     */
    public record News(
            String name,
            FirmShortName firm,
            String firmName,
            LocalDate lastDay,
            List<PersonCard> administrators) {}

    private record Ending(
            String name, FirmId firm, FirmShortName shortName, String firmName, Instant end) {}

    /** Tells what has come near since it was last asked. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    @PlatformTransaction
    public void remind() {
        NearEnds.tell(
                platform,
                clock,
                REMIND,
                (connection, days) ->
                        outbox.record(
                                new ProvisioningEnding(
                                        new ProvisioningConnectionId(connection), days)));
    }

    /**
     * What there is to tell of a directory whose token ends.
     *
     * @param connection which
     * @return nothing if it has ended, or was ended, in between
     */
    @PlatformTransaction(readOnly = true)
    public Optional<News> news(ProvisioningConnectionId connection) {
        return platform.sql(NEWS)
                .param("connection", connection.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) ->
                        new Ending(
                                row.getString(1),
                                new FirmId(row.getObject(2, UUID.class)),
                                new FirmShortName(row.getString(3)),
                                row.getString(4),
                                row.getTimestamp(5).toInstant()))
                .optional()
                .map(this::told);
    }

    private News told(Ending ending) {
        List<UserAccountId> told = administrators.toTell(ending.firm());
        return new News(
                ending.name(),
                ending.shortName(),
                ending.firmName(),
                LocalDate.ofInstant(ending.end().minusMillis(1), clock.getZone()),
                List.copyOf(accounts.cards(told).values()));
    }
}
