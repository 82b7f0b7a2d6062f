package fr.cloisonne.identity.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the way back in takes.
 *
 * @param delay how long everybody who still has the account can stop it
 * @param linkLife how long the link to the mailbox opens
 * @param window how long the way stays open once the delay is over
 */
@ConfigurationProperties("cloisonne.recovery")
record RecoverySettings(
        @DefaultValue("24h") Duration delay,
        @DefaultValue("24h") Duration linkLife,
        @DefaultValue("7d") Duration window) {

    RecoverySettings {
        if (delay.toHours() < 1) {
            throw new IllegalArgumentException("cloisonne.recovery.delay must be an hour at least");
        }
    }
}
