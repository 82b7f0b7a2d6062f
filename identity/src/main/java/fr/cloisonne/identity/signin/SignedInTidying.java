package fr.cloisonne.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the table true where nobody asks: what a node held before its restart, what nobody has used
 * for too long. What is over is kept for 90 days.
 */
@Component
class SignedInTidying implements SmartInitializingSingleton {

    private static final Duration KEPT = Duration.ofDays(90);

    private final SignedInRows rows;
    private final SessionSettings settings;
    private final Clock clock;

    SignedInTidying(SignedInRows rows, SessionSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rows.restarted(settings.node(), clock.instant());
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void tidy() {
        Instant now = clock.instant();
        rows.tidy(now.minus(settings.idle()), now.minus(settings.longest()), now.minus(KEPT), now);
    }
}
