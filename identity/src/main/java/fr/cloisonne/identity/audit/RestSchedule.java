package fr.cloisonne.identity.audit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for windows that are over. */
@Component
class RestSchedule {

    private final RestTelling telling;

    RestSchedule(RestTelling telling) {
        this.telling = telling;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    void run() {
        int done;
        do {
            done = telling.tell();
        } while (done == RestTelling.PAGE);
    }
}
