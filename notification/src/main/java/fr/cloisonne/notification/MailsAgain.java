package fr.cloisonne.notification;

import fr.cloisonne.db.outbox.DeadLetter;
import fr.cloisonne.db.outbox.Dispatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tries for a day, each quarter of an hour, what was set aside because no mail server took it: an
 * evening without one must cost nobody their activation link. After a first failure it leaves the
 * others for the next round.
 */
@Component
class MailsAgain {

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    private final Dispatcher dispatcher;
    private final Clock clock;

    MailsAgain(Dispatcher dispatcher, Clock clock) {
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT15M")
    void tryAgain() {
        Instant since = clock.instant().minus(PATIENCE);
        dispatcher.deadLetters(AT_ONCE).stream()
                .filter(letter -> letter.consumer().equals(Mailer.NAME))
                .filter(letter -> letter.setAsideAt().isAfter(since))
                .takeWhile(this::taken)
                .forEach(taken -> {});
    }

    private boolean taken(DeadLetter letter) {
        return dispatcher.replay(letter.event().id(), letter.consumer());
    }
}
