package fr.cloisonne.company.importing;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each second whether an import waits, and works on it beside the schedule of the others. */
@Component
class ImportSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSchedule.class);

    private static final Duration NEVER_STARTED = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(90);

    private final ImportWork work;
    private final ImportRows rows;
    private final ImportSettings settings;
    private final Clock clock;
    private final Semaphore place = new Semaphore(1);
    private volatile boolean stopped;

    ImportSchedule(ImportWork work, ImportRows rows, ImportSettings settings, Clock clock) {
        this.work = work;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void look() {
        if (settings.scheduled() && place.availablePermits() > 0) {
            Thread.ofVirtual().name("import").start(this::serve);
        }
    }

    private void serve() {
        if (!place.tryAcquire()) {
            return;
        }
        try {
            while (!stopped && work.serve()) {
                // Until none waits.
            }
        } catch (RuntimeException failure) {
            LOG.warn("Imports could not be worked on; the next look tries again", failure);
        } finally {
            place.release();
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void tidy() {
        Instant now = clock.instant();
        rows.tidy(now.minus(NEVER_STARTED), now.minus(KEPT));
    }

    /** The line in hand is finished; the next ones are for another node, or the next start. */
    @PreDestroy
    void stop() {
        stopped = true;
        place.acquireUninterruptibly();
    }
}
