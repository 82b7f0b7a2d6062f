package fr.cloisonne.identity.issuer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One token as it is kept. */
record IssuedToken(
        String hash,
        TokenKind kind,
        Instant issuedAt,
        Instant expiresAt,
        boolean spent,
        @Nullable Map<String, Object> claims) {}
