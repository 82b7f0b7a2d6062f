package fr.cloisonne.identity.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in.
 *
 * @param idle after so long without any act
 * @param longest after so long in any case
 * @param node name of this node; what it held before a restart is over
 */
@ConfigurationProperties("cloisonne.session")
public record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("node") String node) {

    /** Neither limit may be turned off. */
    public SessionSettings {
        if (idle.compareTo(Duration.ofMinutes(2)) < 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "cloisonne.session.idle must be two minutes or more, and cloisonne.session.longest no shorter");
        }
        if (node.isBlank() || node.length() > 100) {
            throw new IllegalArgumentException("cloisonne.session.node has 1 to 100 characters");
        }
    }
}
