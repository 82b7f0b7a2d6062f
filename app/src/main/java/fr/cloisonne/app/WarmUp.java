package fr.cloisonne.app;

import fr.cloisonne.invoicing.compliance.Compliance;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Compiles the rules in the background once the product is up: the first deposit need not wait. */
@Component
class WarmUp {

    private final Compliance compliance;

    WarmUp(Compliance compliance) {
        this.compliance = compliance;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("warm-up").start(compliance::warmUp);
    }
}
