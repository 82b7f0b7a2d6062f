package fr.cloisonne.identity.habilitation;

import java.util.function.BooleanSupplier;
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
    private final SubstitutionDays substitutions;

    DelegationSchedule(DelegationDays days, SubstitutionDays substitutions) {
        this.days = days;
        this.substitutions = substitutions;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void turn() {
        all(days::beginOne);
        all(days::endOne);
        all(substitutions::beginOne);
        all(substitutions::endOne);
    }

    private static void all(BooleanSupplier next) {
        boolean more = true;
        while (more) {
            more = next.getAsBoolean();
        }
    }
}
