package fr.cloisonne.identity.technical;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clients that may have tokens at this moment, read from the database at each call. */
@Component
public class TokenClients {

    /** Whether a client is live, for whoever joins it as {@code c}. */
    public static final String LIVE =
            "c.revoked_at IS NULL AND c.suspended_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > :now)";

    private static final String SELECT =
            """
            SELECT c.id, c.client_id, c.kind, c.firm_id, c.name, c.method, c.scopes,
                   c.redirect_uris, c.signed_out_uris, c.created_at,
                   k.id, k.secret_hash, k.public_key, k.last_used_at
            FROM platform.token_client c
            LEFT JOIN platform.client_credential k
              ON k.client = c.id AND k.revoked_at IS NULL AND k.valid_until > :now
            """
                    + "WHERE "
                    + LIVE;

    private final JdbcClient platform;
    private final Clock clock;

    TokenClients(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * Finds a client by its name in the protocol.
     *
     * @param clientId the name
     * @return the client, if it is live
     */
    @PlatformTransaction(readOnly = true)
    public Optional<TokenClient> byName(String clientId) {
        return find(" AND c.client_id = :which", clientId);
    }

    /**
     * Finds a client.
     *
     * @param id which
     * @return the client, if it is live
     */
    @PlatformTransaction(readOnly = true)
    public Optional<TokenClient> byId(TokenClientId id) {
        return find(" AND c.id = :which", id.value());
    }

    /**
     * Remembers that a secret or key has served.
     *
     * @param credential which
     */
    @PlatformTransaction
    public void used(CredentialId credential) {
        platform.sql("UPDATE platform.client_credential SET last_used_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), credential.value())
                .update();
    }

    private Optional<TokenClient> find(String where, Object which) {
        List<TokenClient> rows =
                platform.sql(SELECT + where)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("which", which)
                        .query(TokenClients::row)
                        .list();
        return rows.stream().reduce(TokenClients::joined);
    }

    private static TokenClient joined(TokenClient one, TokenClient more) {
        List<TokenClient.Credential> all = new ArrayList<>(one.credentials());
        all.addAll(more.credentials());
        return new TokenClient(
                one.id(),
                one.clientId(),
                one.kind(),
                one.firm(),
                one.name(),
                one.method(),
                one.scopes(),
                one.redirectUris(),
                one.signedOutUris(),
                one.createdAt(),
                all);
    }

    private static TokenClient row(ResultSet row, int number) throws SQLException {
        UUID credential = row.getObject(11, UUID.class);
        return new TokenClient(
                new TokenClientId(row.getObject(1, UUID.class)),
                row.getString(2),
                TokenClient.Kind.valueOf(row.getString(3)),
                new FirmId(row.getObject(4, UUID.class)),
                row.getString(5),
                ClientMethod.valueOf(row.getString(6)),
                Set.of(texts(row, 7)),
                List.of(texts(row, 8)),
                List.of(texts(row, 9)),
                row.getTimestamp(10).toInstant(),
                credential == null
                        ? List.of()
                        : List.of(
                                new TokenClient.Credential(
                                        new CredentialId(credential),
                                        row.getString(12),
                                        row.getString(13),
                                        instant(row, 14))));
    }

    static String[] texts(ResultSet row, int column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
