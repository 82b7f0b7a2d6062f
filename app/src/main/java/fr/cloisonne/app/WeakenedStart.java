package fr.cloisonne.app;

import fr.cloisonne.identity.habilitation.LeastDemand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at each start what was set weaker than security asks. */
@Component
class WeakenedStart {

    private static final Logger LOG = LoggerFactory.getLogger(WeakenedStart.class);

    private final LeastDemand least;

    WeakenedStart(LeastDemand least) {
        this.least = least;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (least.weakened()) {
            LOG.warn(
                    "cloisonne.second-factor.administrators is optional: firms may let administrators act without a second factor. Take that setting away.");
        }
    }
}
