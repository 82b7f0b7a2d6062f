package fr.cloisonne.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes away what people asked for by mail and what is over for ninety days: links, ways in,
 * changes of address, requests to join a firm, registrations that led nowhere. Any node may do it,
 * a piece at a time.
 */
@Component
class AccountTidying {

    private static final Duration KEPT = Duration.ofDays(90);

    private final OverRows rows;
    private final Clock clock;

    AccountTidying(OverRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void tidy() {
        Instant old = clock.instant().minus(KEPT);
        for (OverRows.Kind kind : OverRows.Kind.values()) {
            while (rows.takeAway(kind, old) == OverRows.PIECE) {
                // Until there is less than a piece.
            }
        }
    }
}
