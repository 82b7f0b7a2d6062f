package fr.cloisonne.identity.habilitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How provisional administration is granted.
 *
 * @param notice how long the firm's administrators can refuse a substitute's claim
 */
@ConfigurationProperties("cloisonne.provisional")
record ProvisionalSettings(@DefaultValue("72h") Duration notice) {

    ProvisionalSettings {
        if (notice.isNegative()) {
            throw new IllegalArgumentException("cloisonne.provisional.notice must not be negative");
        }
    }
}
