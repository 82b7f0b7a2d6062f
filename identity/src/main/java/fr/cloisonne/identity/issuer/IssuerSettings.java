package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.signature.KeyLife;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what the issuer gives out lives.
 *
 * @param code an authorization code, a minute at most
 * @param accessToken an access token
 * @param idToken an ID token
 * @param refreshToken a refresh token; the person's session ends it earlier
 * @param keyLife how long a signing key signs
 * @param keyNotice how long a key is published before it signs, and after
 */
@ConfigurationProperties("cloisonne.issuer")
public record IssuerSettings(
        @DefaultValue("60s") Duration code,
        @DefaultValue("10m") Duration accessToken,
        @DefaultValue("10m") Duration idToken,
        @DefaultValue("12h") Duration refreshToken,
        @DefaultValue("30d") Duration keyLife,
        @DefaultValue("1d") Duration keyNotice) {

    /** Refuses what would weaken it. */
    public IssuerSettings {
        require(code, Duration.ofMinutes(1), "code");
        require(accessToken, Duration.ofHours(1), "access-token");
        require(idToken, keyNotice, "id-token");
        require(refreshToken, Duration.ofDays(30), "refresh-token");
        require(keyNotice, keyLife, "key-notice");
    }

    /**
     * How our signing keys follow one another, the issuer's and others.
     *
     * @return life and notice
     */
    public KeyLife keys() {
        return new KeyLife(keyLife, keyNotice);
    }

    private static void require(Duration life, Duration longest, String name) {
        if (!life.isPositive() || life.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "cloisonne.issuer." + name + " must be between nothing and " + longest);
        }
    }
}
