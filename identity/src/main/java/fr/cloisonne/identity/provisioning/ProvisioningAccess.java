package fr.cloisonne.identity.provisioning;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.tenancy.value.FirmId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a directory in by its token, into its own firm; each request anew. */
@Component
public class ProvisioningAccess {

    private static final String FIND =
            """
            SELECT t.hash, c.firm_id, c.id, t.last_used_at
            FROM platform.provisioning_token t
            JOIN platform.provisioning_connection c ON c.id = t.connection_id
            WHERE t.id = ? AND t.expires_at > ? AND c.revoked_at IS NULL
            """;

    private final JdbcClient platform;
    private final WrongTokens wrong;
    private final Clock clock;

    ProvisioningAccess(
            @Qualifier("platformJdbc") JdbcClient platform, WrongTokens wrong, Clock clock) {
        this.platform = platform;
        this.wrong = wrong;
        this.clock = clock;
    }

    /** What a token opens. */
    public sealed interface Answer {

        /** The firm of the directory that calls. */
        record Open(ProvisioningCaller caller) implements Answer {}

        /** No such token, or not any more. */
        record Unknown() implements Answer {}

        /** Too many wrong ones: a minute later. */
        record SlowDown() implements Answer {}
    }

    private record Kept(String hash, ProvisioningCaller caller, @Nullable Instant lastUsed) {}

    /**
     * Tries a token.
     *
     * @param shown as sent
     * @param address from where
     * @return what it opens
     */
    @PlatformTransaction
    public Answer open(String shown, String address) {
        Optional<ProvisioningToken> token = ProvisioningToken.parse(shown);
        if (token.isEmpty()) {
            return new Answer.Unknown();
        }
        UUID id = token.get().id();
        if (wrong.tooMany(id, address)) {
            return new Answer.SlowDown();
        }
        Optional<Kept> kept = find(id).filter(one -> same(one.hash(), token.get().hash()));
        if (kept.isEmpty()) {
            wrong.count(id, address);
            return new Answer.Unknown();
        }
        used(id, kept.get());
        return new Answer.Open(kept.get().caller());
    }

    private Optional<Kept> find(UUID token) {
        return platform.sql(FIND)
                .params(token, Timestamp.from(clock.instant()))
                .query((row, n) -> {
                    Timestamp used = row.getTimestamp(4);
                    return new Kept(
                            row.getString(1),
                            new ProvisioningCaller(
                                    new FirmId(row.getObject(2, UUID.class)),
                                    new ProvisioningConnectionId(row.getObject(3, UUID.class))),
                            used == null ? null : used.toInstant());
                })
                .optional();
    }

    /** Written at most once a minute. */
    private void used(UUID token, Kept kept) {
        Instant now = clock.instant();
        Instant last = kept.lastUsed();
        if (last == null || last.isBefore(now.minus(Duration.ofMinutes(1)))) {
            platform.sql("UPDATE platform.provisioning_token SET last_used_at = ? WHERE id = ?")
                    .params(Timestamp.from(now), token)
                    .update();
        }
    }

    private static boolean same(String kept, String shown) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.US_ASCII),
                shown.getBytes(StandardCharsets.US_ASCII));
    }
}
