package fr.cloisonne.identity.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail domains are proven.
 *
 * @param dns the name server that is asked ({@code dns://10.0.0.1}); when not given those of the
 *     machine, in a demonstration none
 * @param lookAgain how long after a look at a proven domain's zone the next one follows
 * @param grace how long a domain counts on whose proof is gone from its zone
 */
@ConfigurationProperties("cloisonne.mail-domain")
record MailDomainSettings(
        @Nullable String dns,
        @DefaultValue("24h") Duration lookAgain,
        @DefaultValue("14d") Duration grace) {

    /** How long before the end it is said once more. */
    private static final Duration AHEAD = Duration.ofDays(3);

    /** When a domain counts no more whose proof is gone. */
    Instant end(DomainRows.Row row) {
        return Objects.requireNonNull(row.missingSince()).plus(grace);
    }

    Instant warning(DomainRows.Row row) {
        return end(row).minus(AHEAD);
    }
}
