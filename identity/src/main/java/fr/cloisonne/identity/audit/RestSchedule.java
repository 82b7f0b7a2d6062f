package fr.cloisonne.identity.audit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for windows that are over. */
@Component
public class RestSchedule {

    private final RestTelling telling;

    RestSchedule(RestTelling telling) {
        this.telling = telling;
    }

    /** Tells all that there is. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    public void run() {
        int done;
        do {
            done = telling.tell();
        } while (done == RestTelling.PAGE);
    }
}
