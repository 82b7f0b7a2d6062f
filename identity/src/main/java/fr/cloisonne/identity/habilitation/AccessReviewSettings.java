package fr.cloisonne.identity.habilitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a firm's access is to be reviewed again.
 *
 * @param interval how long a signed review holds
 * @param reminder how long after a reminder the next one comes
 */
@ConfigurationProperties("cloisonne.access-review")
record AccessReviewSettings(
        @DefaultValue("180d") Duration interval, @DefaultValue("14d") Duration reminder) {

    AccessReviewSettings {
        if (interval.isNegative() || interval.isZero() || reminder.toHours() < 1) {
            throw new IllegalArgumentException(
                    "cloisonne.access-review.interval and .reminder must be longer than an hour");
        }
    }
}
