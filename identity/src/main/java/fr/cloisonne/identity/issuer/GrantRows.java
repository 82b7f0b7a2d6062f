package fr.cloisonne.identity.issuer;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.technical.TokenClients;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Grants and tokens in the database. A token is found by its hash, in one index whatever its kind,
 * and only while its client, the session of its person (or one in its place) and their membership
 * in the firm are live. An ID token, which is shown again at sign-out, is found after the session
 * too.
 */
@Component
class GrantRows {

    static final String FIND =
            """
            SELECT g.id, g.client, c.client_id, g.user_id, g.session_id, g.grant_type, g.scopes,
                   g.request, g.person, g.version, g.expires_at,
                   t.hash, t.kind, t.issued_at, t.expires_at, t.spent, t.claims
            FROM platform.issued_token found
            JOIN platform.token_grant g ON g.id = found.grant_id
            JOIN platform.token_client c ON c.id = g.client
            JOIN platform.issued_token t
              ON t.grant_id = g.id AND (t.latest OR t.hash = found.hash)
            WHERE found.hash = :hash
              AND (CAST(:kind AS text) IS NULL OR found.kind = :kind)
              AND (found.kind <> 'STATE' OR found.expires_at > :now)
              AND (g.session_id IS NULL OR found.kind = 'ID' OR EXISTS (
                SELECT 1 FROM platform.signed_in s
                WHERE s.id = g.session_id AND (s.ended_at IS NULL
                  OR s.why = 'REPLACED' AND EXISTS (
                    SELECT 1 FROM platform.signed_in later
                    WHERE later.user_id = g.user_id AND later.ended_at IS NULL))))
              AND (g.user_id IS NULL OR EXISTS (
                SELECT 1 FROM platform.firm_member m
                WHERE m.firm_id = c.firm_id AND m.user_id = g.user_id
                  AND m.suspended_at IS NULL))
            """
                    + "AND "
                    + TokenClients.LIVE;

    /** The tokens of a grant that one statement has just written, by the name {@code written}. */
    private static final String TOKENS =
            """
            , kept AS (
              INSERT INTO platform.issued_token
                (hash, grant_id, kind, issued_at, expires_at, spent, claims)
              SELECT h, w.id, k, CAST(i AS timestamptz), CAST(e AS timestamptz),
                     CAST(s AS boolean), CAST(c AS jsonb)
              FROM written w, unnest(:hashes, :kinds, :issued, :expires, :spent, :claims)
                AS t (h, k, i, e, s, c)
              ON CONFLICT (hash) DO UPDATE SET spent = excluded.spent
              WHERE issued_token.grant_id = excluded.grant_id)
            SELECT count(*) FROM written
            """;

    private static final String INSERT =
            """
            WITH written AS (
              INSERT INTO platform.token_grant (id, client, user_id, session_id, grant_type, scopes,
                                                request, person, version, created_at, expires_at)
              VALUES (:id, :client, :user, :session, :type, :scopes, CAST(:request AS jsonb),
                      CAST(:person AS jsonb), 1, :now, :end)
              RETURNING id)
            """
                    + TOKENS;

    /** What has been replaced goes; a refresh token stays, so that its reuse is seen. */
    private static final String UPDATE =
            """
            WITH written AS (
              UPDATE platform.token_grant
              SET scopes = :scopes, expires_at = :end, version = version + 1
              WHERE id = :id AND version = :version
              RETURNING id)
            , gone AS (
              DELETE FROM platform.issued_token t USING written w
              WHERE t.grant_id = w.id AND t.kind IN ('ACCESS', 'STATE') AND t.hash <> ALL (:hashes))
            , past AS (
              UPDATE platform.issued_token t
              SET latest = false, spent = t.kind = 'REFRESH' OR t.spent FROM written w
              WHERE t.grant_id = w.id AND t.latest AND t.kind NOT IN ('ACCESS', 'STATE')
                AND t.hash <> ALL (:hashes))
            """
                    + TOKENS;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient platform;
    private final Clock clock;

    GrantRows(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    @PlatformTransaction(readOnly = true)
    public Optional<Grant> byHash(String hash, @Nullable String kind) {
        return platform.sql(FIND)
                .param("hash", hash)
                .param("kind", kind)
                .param("now", Timestamp.from(clock.instant()))
                .query(new GrantReading());
    }

    /** Writes a new grant, or the next version of one; false where another was quicker. */
    @PlatformTransaction
    public boolean write(Grant grant) {
        List<IssuedToken> tokens = grant.tokens();
        var statement = grant.version() == 0 ? insert(grant) : update(grant);
        return statement
                        .param("id", grant.id())
                        .param("scopes", grant.scopes().toArray(String[]::new))
                        .param("end", Timestamp.from(grant.expiresAt()))
                        .param("hashes", column(tokens, IssuedToken::hash))
                        .param("kinds", column(tokens, token -> token.kind().name()))
                        .param("issued", column(tokens, token -> token.issuedAt().toString()))
                        .param("expires", column(tokens, token -> token.expiresAt().toString()))
                        .param("spent", column(tokens, token -> Boolean.toString(token.spent())))
                        .param("claims", column(tokens, GrantRows::claims))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private JdbcClient.StatementSpec insert(Grant grant) {
        PersonAtIssuer person = grant.person();
        return platform.sql(INSERT)
                .param("client", grant.client())
                .param("user", person == null ? null : person.id().value())
                .param("session", person == null ? null : person.session())
                .param("type", grant.type())
                .param("request", grant.request())
                .param("person", person == null ? null : GrantReading.json(person))
                .param("now", Timestamp.from(clock.instant()));
    }

    private JdbcClient.StatementSpec update(Grant grant) {
        return platform.sql(UPDATE).param("version", grant.version());
    }

    private static @Nullable String claims(IssuedToken token) {
        return token.claims() == null ? null : JSON.writeValueAsString(token.claims());
    }

    private static String[] column(
            List<IssuedToken> tokens, Function<IssuedToken, @Nullable String> value) {
        return tokens.stream().map(value).toArray(String[]::new);
    }

    /** Ends everything that came of a grant. */
    @PlatformTransaction
    public void end(UUID grant) {
        platform.sql("DELETE FROM platform.token_grant WHERE id = ?").param(grant).update();
    }

    /** Takes away what has been over for long enough, a piece at a time. */
    @PlatformTransaction
    public int clean(int most) {
        return platform.sql(
                        """
                        DELETE FROM platform.token_grant WHERE id IN (
                          SELECT id FROM platform.token_grant WHERE expires_at < ?
                          ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        """)
                .params(Timestamp.from(clock.instant()), most)
                .update();
    }
}
