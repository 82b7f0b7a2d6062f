package fr.cloisonne.identity.issuer;

import java.net.URL;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** Claims between the protocol's library and JSON, where time is seconds. */
final class Claims {

    private static final Set<String> TIMES =
            Set.of(JwtClaimNames.IAT, JwtClaimNames.EXP, JwtClaimNames.NBF);

    private Claims() {}

    static Map<String, Object> plain(Map<String, Object> claims) {
        Map<String, Object> plain = new HashMap<>();
        claims.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant at -> at.getEpochSecond();
            case Date at -> at.toInstant().getEpochSecond();
            case URL address -> address.toString();
            default -> value;
        };
    }

    /** The library wants its own types back; {@code auth_time} as a {@link Date}. */
    static Map<String, Object> typed(Map<String, Object> plain) {
        Map<String, Object> claims = new HashMap<>(plain);
        for (String name : TIMES) {
            claims.computeIfPresent(name, (key, value) -> instant(value));
        }
        claims.computeIfPresent(
                IdTokenClaimNames.AUTH_TIME, (key, value) -> Date.from(instant(value)));
        return claims;
    }

    private static Instant instant(Object seconds) {
        return Instant.ofEpochSecond(((Number) seconds).longValue());
    }
}
