package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** The table of who is signed in where. */
@Component
class SignedInRows {

    private static final String SELECT = "SELECT s.* FROM platform.signed_in s ";

    private final JdbcClient platform;

    SignedInRows(@Qualifier("platformJdbc") JdbcClient platform) {
        this.platform = platform;
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void insert(SignedInSession session, String hash, String node) {
        SignInWay.Provider there = session.there();
        Instant proof = session.proof();
        platform.sql(
                        """
                        INSERT INTO platform.signed_in (id, key_hash, user_id, way, provider, issuer, sub,
                          sid, factors, proven_at, proof_at, created_at, last_seen_at, node, browser, system, address)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(session.id().value())
                .param(hash)
                .param(session.person().value())
                .param(
                        session.way() instanceof SignInWay.Provider
                                ? "provider"
                                : session.way().word())
                .param(there == null ? null : there.id())
                .param(there == null ? null : there.issuer())
                .param(there == null ? null : there.sub())
                .param(there == null ? null : there.sid())
                .param(session.factors().stream().map(Factor::name).toArray(String[]::new))
                .param(Timestamp.from(session.provenAt()))
                .param(proof == null ? null : Timestamp.from(proof))
                .param(Timestamp.from(session.openedAt()))
                .param(Timestamp.from(session.lastSeen()))
                .param(node)
                .param(session.device().browser())
                .param(session.device().system())
                .param(session.address())
                .update();
    }

    @PlatformTransaction(readOnly = true)
    Optional<SignedInSession> find(String hash) {
        return platform.sql(SELECT + "WHERE s.key_hash = ?")
                .param(hash)
                .query(SignedInRows::read)
                .optional();
    }

    /** Those that last, the latest seen first. */
    @PlatformTransaction(readOnly = true)
    List<SignedInSession> live(UserAccountId person) {
        return platform.sql(
                        SELECT
                                + "WHERE s.user_id = ? AND s.ended_at IS NULL ORDER BY s.last_seen_at DESC, s.id DESC LIMIT 200")
                .param(person.value())
                .query(SignedInRows::read)
                .list();
    }

    @PlatformTransaction
    void seen(SignedInId id, Instant now, Instant unlessSince) {
        platform.sql(
                        "UPDATE platform.signed_in SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?")
                .params(Timestamp.from(now), id.value(), Timestamp.from(unlessSince))
                .update();
    }

    @PlatformTransaction(propagation = Propagation.MANDATORY)
    void proved(SignedInId id, Factor factor, Instant now) {
        platform.sql(
                        "UPDATE platform.signed_in SET factors = array_append(array_remove(factors, ?), ?), proven_at = ?, proof_at = ? WHERE id = ? AND ended_at IS NULL")
                .params(
                        factor.name(),
                        factor.name(),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        id.value())
                .update();
    }

    /** Ends one, and tells whether it was not over before. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    boolean end(SignedInId id, SessionEnd why, Instant now) {
        return platform.sql(
                                "UPDATE platform.signed_in SET ended_at = ?, why = ? WHERE id = ? AND ended_at IS NULL")
                        .params(Timestamp.from(now), why.name(), id.value())
                        .update()
                == 1;
    }

    /** Ends a person's, all or all but one. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    List<SignedInId> endAll(
            UserAccountId person, @Nullable SignedInId but, SessionEnd why, Instant now) {
        return platform.sql(
                        "UPDATE platform.signed_in SET ended_at = ?, why = ? WHERE user_id = ? AND ended_at IS NULL AND id IS DISTINCT FROM ?::uuid RETURNING id")
                .param(Timestamp.from(now))
                .param(why.name())
                .param(person.value())
                .param(but == null ? null : but.value())
                .query(SignedInRows::id)
                .list();
    }

    /** Ends what one identity has opened, by itself. */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    List<SignedInId> endOpenedBy(String issuer, String sub, SessionEnd why, Instant now) {
        return platform.sql(
                        "UPDATE platform.signed_in SET ended_at = ?, why = ? WHERE issuer = ? AND sub = ? AND way = 'provider' AND ended_at IS NULL RETURNING id")
                .params(Timestamp.from(now), why.name(), issuer, sub)
                .query(SignedInRows::id)
                .list();
    }

    /** A provider's person and session whose sign-in was ended here. */
    record Ended(SignedInId id, UserAccountId person) {}

    /**
     * Ends what a provider has opened: one session there, or all of a person there. Where it names
     * both, sessions for which it had named none are meant too.
     */
    @PlatformTransaction(propagation = Propagation.MANDATORY)
    List<Ended> endByProvider(
            String issuer, @Nullable String sub, @Nullable String sid, Instant now) {
        return platform.sql(
                        """
                        UPDATE platform.signed_in SET ended_at = :now, why = 'PROVIDER'
                        WHERE issuer = :issuer AND ended_at IS NULL
                          AND (cast(:sub AS text) IS NULL OR sub = :sub)
                          AND (cast(:sid AS text) IS NULL OR sid = :sid OR (sid IS NULL AND sub = :sub))
                        RETURNING id, user_id
                        """)
                .param("now", Timestamp.from(now))
                .param("issuer", issuer)
                .param("sub", sub)
                .param("sid", sid)
                .query((row, n) ->
                        new Ended(id(row, n), new UserAccountId(row.getObject(2, UUID.class))))
                .list();
    }

    /**
     * Ends what nothing has been done in, what has lasted too long, and drops what is long over.
     */
    @PlatformTransaction
    void tidy(Instant idleSince, Instant openedBefore, Instant overSince, Instant now) {
        platform.sql(
                        """
                        UPDATE platform.signed_in SET ended_at = ?,
                          why = CASE WHEN last_seen_at < ? THEN 'IDLE' ELSE 'EXPIRED' END
                        WHERE ended_at IS NULL AND (last_seen_at < ? OR created_at < ?)
                        """)
                .params(
                        Timestamp.from(now),
                        Timestamp.from(idleSince),
                        Timestamp.from(idleSince),
                        Timestamp.from(openedBefore))
                .update();
        platform.sql("DELETE FROM platform.signed_in WHERE ended_at < ?")
                .param(Timestamp.from(overSince))
                .update();
    }

    /** What this node held before it stopped is held by nobody. */
    @PlatformTransaction
    void restarted(String node, Instant now) {
        platform.sql(
                        "UPDATE platform.signed_in SET ended_at = ?, why = 'RESTARTED' WHERE node = ? AND ended_at IS NULL")
                .params(Timestamp.from(now), node)
                .update();
    }

    private static SignedInId id(ResultSet row, int number) throws SQLException {
        return new SignedInId(row.getObject("id", UUID.class));
    }

    private static SignedInSession read(ResultSet row, int number) throws SQLException {
        String why = row.getString("why");
        Timestamp proof = row.getTimestamp("proof_at");
        return new SignedInSession(
                id(row, number),
                new UserAccountId(row.getObject("user_id", UUID.class)),
                way(row),
                there(row),
                Arrays.stream((String[]) row.getArray("factors").getArray())
                        .map(Factor::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("proven_at").toInstant(),
                proof == null ? null : proof.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                new Device(row.getString("browser"), row.getString("system")),
                row.getString("address"),
                why == null ? null : SessionEnd.valueOf(why));
    }

    private static SignInWay way(ResultSet row) throws SQLException {
        return switch (row.getString("way")) {
            case "password" -> new SignInWay.Password();
            case "passkey" -> new SignInWay.Passkey();
            default -> Objects.requireNonNull(there(row));
        };
    }

    private static SignInWay.@Nullable Provider there(ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        return provider == null
                ? null
                : new SignInWay.Provider(
                        provider,
                        row.getString("issuer"),
                        row.getString("sub"),
                        row.getString("sid"));
    }
}
