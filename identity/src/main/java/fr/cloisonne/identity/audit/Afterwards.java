package fr.cloisonne.identity.audit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes what no answer waits for, so that its time tells nothing: beside the request, in the order
 * in which it came, in transactions of its own. What fails, or finds a thousand before it, is in
 * the log alone; an orderly stop waits for the rest.
 */
@Component
public class Afterwards implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);
    private static final int WAITING = 1_000;
    private static final int PATIENCE = 10;

    private final ThreadPoolExecutor worker;
    private volatile boolean running;

    Afterwards() {
        worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        PATIENCE,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofVirtual().name("audit-", 0).factory(),
                        (work, pool) -> LOG.warn("Too much is to be put on record at once: lost"));
        worker.allowCoreThreadTimeOut(true);
    }

    /**
     * Hands work over and goes on.
     *
     * @param what what it is, for the log
     * @param work opens its own transaction
     */
    public void write(String what, Runnable work) {
        worker.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("Not on record: {}", what, failure);
            }
        });
    }

    /** Waits until all that was handed over before is done, ten seconds at most. */
    public void settle() {
        FutureTask<Void> last = new FutureTask<>(() -> {}, null);
        worker.execute(last);
        try {
            last.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warn("Not everything is on record", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        settle();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server, which has the highest. */
    @Override
    public int getPhase() {
        return 0;
    }
}
