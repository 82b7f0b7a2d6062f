package fr.cloisonne.identity.habilitation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Turns the days of delegations over every minute, one by one, on the nodes that hand events over.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cloisonne.outbox.scheduled", matchIfMissing = true)
class DelegationSchedule {

    private final DelegationDays days;

    DelegationSchedule(DelegationDays days) {
        this.days = days;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void turn() {
        boolean more = true;
        while (more) {
            more = days.beginOne();
        }
        more = true;
        while (more) {
            more = days.endOne();
        }
    }
}
