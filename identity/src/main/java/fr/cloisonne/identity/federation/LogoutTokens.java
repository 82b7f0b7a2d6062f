package fr.cloisonne.identity.federation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.signin.SessionEnding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** What a logout token ends, and that it has: on whichever node, it serves once. */
@Component
class LogoutTokens {

    private final JdbcClient platform;
    private final SessionEnding sessions;
    private final Clock clock;

    LogoutTokens(
            @Qualifier("platformJdbc") JdbcClient platform, SessionEnding sessions, Clock clock) {
        this.platform = platform;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** False if it has served before. */
    @PlatformTransaction
    public boolean serve(String issuer, Jwt token) {
        Instant until = Objects.requireNonNull(token.getExpiresAt()).plus(ProviderTokens.SKEW);
        int first =
                platform.sql(
                                "INSERT INTO platform.logout_token (hash, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(hash(issuer + '\n' + token.getId()), Timestamp.from(until))
                        .update();
        if (first == 1) {
            sessions.endByProvider(issuer, token.getSubject(), token.getClaimAsString("sid"));
        }
        return first == 1;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    @PlatformTransaction
    public void tidy() {
        platform.sql("DELETE FROM platform.logout_token WHERE expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
