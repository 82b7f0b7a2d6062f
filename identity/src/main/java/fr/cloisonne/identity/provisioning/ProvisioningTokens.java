package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.provisioning.ProvisioningConnection.Token;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of connections, of which the hash alone is kept. */
@Component
class ProvisioningTokens {

    private static final String COUNTING =
            """
            SELECT t.connection_id, t.id, t.created_at, t.expires_at, t.last_used_at
            FROM platform.provisioning_token t
            JOIN platform.provisioning_connection c ON c.id = t.connection_id
            WHERE c.firm_id = ? AND c.revoked_at IS NULL AND t.expires_at > ?
            ORDER BY t.created_at DESC, t.id DESC
            """;

    private final JdbcClient platform;
    private final ProvisioningSettings settings;
    private final Clock clock;

    ProvisioningTokens(
            @Qualifier("platformJdbc") JdbcClient platform,
            ProvisioningSettings settings,
            Clock clock) {
        this.platform = platform;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those of a firm that count, by connection, the newest first. */
    Map<UUID, List<Token>> of(FirmId firm) {
        return platform
                .sql(COUNTING)
                .params(firm.value(), now())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), token(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** How many of a connection count. */
    long count(ProvisioningConnectionId connection) {
        return platform.sql(
                        "SELECT count(*) FROM platform.provisioning_token WHERE connection_id = ? AND expires_at > ?")
                .params(connection.value(), now())
                .query(Long.class)
                .single();
    }

    /** Those that count then end at that moment. */
    void end(ProvisioningConnectionId connection, Instant at) {
        platform.sql(
                        "UPDATE platform.provisioning_token SET expires_at = ? WHERE connection_id = ? AND expires_at > ?")
                .params(Timestamp.from(at), connection.value(), Timestamp.from(at))
                .update();
    }

    /** Makes one. */
    ProvisioningToken make(ProvisioningConnectionId connection) {
        ProvisioningToken token = ProvisioningToken.random(Uuid7.next());
        platform.sql(
                        "INSERT INTO platform.provisioning_token (id, connection_id, hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        connection.value(),
                        token.hash(),
                        now(),
                        Timestamp.from(clock.instant().plus(settings.tokenLife())))
                .update();
        return token;
    }

    private static Token token(ResultSet row) throws SQLException {
        Timestamp used = row.getTimestamp(5);
        return new Token(
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                used == null ? null : used.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
