package fr.cloisonne.identity.technical;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the secrets and keys of connections.
 *
 * @param secretLife how long a new secret or key counts
 * @param longestOverlap how long two may count at once while one takes over
 */
@ConfigurationProperties("cloisonne.connections")
record ConnectionSettings(
        @DefaultValue("365d") Duration secretLife, @DefaultValue("90d") Duration longestOverlap) {

    ConnectionSettings {
        if (secretLife.isNegative() || secretLife.isZero() || longestOverlap.isNegative()) {
            throw new IllegalArgumentException(
                    "cloisonne.connections.secret-life and longest-overlap must be durations ahead");
        }
    }
}
