package fr.cloisonne.identity.habilitation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every hour whether a review is due, on the nodes that hand events over. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cloisonne.outbox.scheduled", matchIfMissing = true)
class ReviewSchedule {

    private final ReviewReminders reminders;

    ReviewSchedule(ReviewReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void remind() {
        boolean more = true;
        while (more) {
            more = reminders.remindOne();
        }
    }
}
