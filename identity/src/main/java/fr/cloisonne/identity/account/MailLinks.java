package fr.cloisonne.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets of links that are sent by mail: 256 random bits, of which the hash alone is kept. Of
 * one purpose and one thing the latest opens, once, until its time is over.
 */
@Component
class MailLinks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient platform;
    private final Clock clock;

    MailLinks(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** A link as it was found, and what it is about. */
    record Found(LinkState state, UUID about) {

        private static final UUID NOTHING = new UUID(0, 0);

        UUID orRefuse() {
            if (state != LinkState.OPEN) {
                throw new LinkRefusedException(state);
            }
            return about;
        }
    }

    /** Makes a new secret; those before it open no more. */
    String mint(LinkPurpose purpose, UUID about) {
        return mint(purpose, about, clock.instant().plus(purpose.life()));
    }

    /** Makes a new secret that opens until then; those before it open no more. */
    String mint(LinkPurpose purpose, UUID about, Instant until) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        platform.sql(
                        "INSERT INTO platform.mail_link (token_hash, purpose, about_id, expires_at) VALUES (?, ?, ?, ?)")
                .param(hash(secret))
                .param(purpose.name())
                .param(about)
                .param(Timestamp.from(until))
                .update();
        return secret;
    }

    Found find(LinkPurpose purpose, String secret) {
        return platform.sql(
                        """
                        SELECT about_id, expires_at, used_at, withdrawn_at, EXISTS (
                            SELECT 1 FROM platform.mail_link newer
                            WHERE newer.about_id = l.about_id AND newer.purpose = l.purpose
                              AND newer.number > l.number)
                        FROM platform.mail_link l WHERE token_hash = ? AND purpose = ?
                        """)
                .param(hash(secret))
                .param(purpose.name())
                .query((row, n) -> new Found(state(row), row.getObject(1, UUID.class)))
                .optional()
                .orElse(new Found(LinkState.UNKNOWN, Found.NOTHING));
    }

    private LinkState state(ResultSet row) throws SQLException {
        if (row.getTimestamp(3) != null) {
            return LinkState.USED;
        }
        if (row.getTimestamp(4) != null) {
            return LinkState.WITHDRAWN;
        }
        if (row.getBoolean(5)) {
            return LinkState.RESENT;
        }
        boolean over = !clock.instant().isBefore(row.getTimestamp(2).toInstant());
        return over ? LinkState.EXPIRED : LinkState.OPEN;
    }

    /**
     * Uses a link up, once however many try at the same time.
     *
     * @throws LinkRefusedException if it does not open
     */
    UUID spend(LinkPurpose purpose, String secret) {
        UUID about = find(purpose, secret).orRefuse();
        int spent =
                platform.sql(
                                "UPDATE platform.mail_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND withdrawn_at IS NULL")
                        .param(Timestamp.from(clock.instant()))
                        .param(hash(secret))
                        .update();
        if (spent == 0) {
            throw new LinkRefusedException(LinkState.USED);
        }
        return about;
    }

    /** Takes back every link of a purpose about a thing that is not used yet. */
    void withdraw(LinkPurpose purpose, UUID about) {
        platform.sql(
                        "UPDATE platform.mail_link SET withdrawn_at = ? WHERE about_id = ? AND purpose = ? AND used_at IS NULL AND withdrawn_at IS NULL")
                .param(Timestamp.from(clock.instant()))
                .param(about)
                .param(purpose.name())
                .update();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
