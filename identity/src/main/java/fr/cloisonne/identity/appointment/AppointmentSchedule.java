package fr.cloisonne.identity.appointment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute for appointments whose notice is over, on the nodes that hand events over. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cloisonne.outbox.scheduled", matchIfMissing = true)
class AppointmentSchedule {

    private final AppointmentDays days;

    AppointmentSchedule(AppointmentDays days) {
        this.days = days;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT15S")
    void turn() {
        boolean more = true;
        while (more) {
            more = days.takeOne();
        }
    }
}
