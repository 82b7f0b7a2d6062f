package fr.cloisonne.tenancy;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Settles, at the start and each minute, what a killed process left between two states. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CutProvisions {

    private final Provision provision;

    CutProvisions(Provision provision) {
        this.provision = provision;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
    void settle() {
        provision.resume();
    }
}
