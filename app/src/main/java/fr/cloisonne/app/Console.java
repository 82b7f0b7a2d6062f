package fr.cloisonne.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where the product is. */
@Component
class Console {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final ProductSettings settings;

    Console(ProductSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        LOG.info(
                "Cloisonné is ready at {} ({} ms). Ctrl-C stops it.",
                settings.baseUrl(),
                ready.getTimeTaken() == null ? "?" : ready.getTimeTaken().toMillis());
    }
}
