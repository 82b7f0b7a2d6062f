package fr.cloisonne.identity.maildomain;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour at the domains that are due, a few hundred at most; any node may do it. */
@Component
class DomainSchedule {

    private static final int MOST = 300;

    private final DomainWatch watch;

    DomainSchedule(DomainWatch watch) {
        this.watch = watch;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void look() {
        int looked = 0;
        while (looked < MOST && watch.lookAtOne()) {
            looked++;
        }
    }
}
