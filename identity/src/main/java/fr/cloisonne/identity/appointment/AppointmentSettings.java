package fr.cloisonne.identity.appointment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How operators appoint.
 *
 * @param notice how long everybody of the firm can object
 */
@ConfigurationProperties("cloisonne.appointment")
record AppointmentSettings(@DefaultValue("72h") Duration notice) {

    private static final Duration SHORTEST = Duration.ofDays(3);

    AppointmentSettings {
        if (notice.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "cloisonne.appointment.notice must be 72 hours at least");
        }
    }
}
