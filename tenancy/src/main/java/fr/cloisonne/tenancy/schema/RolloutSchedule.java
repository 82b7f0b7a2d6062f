package fr.cloisonne.tenancy.schema;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks, soon after the start and then every quarter of a minute, whether a schema lags: one query
 * a cell where none does.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SchemaSettings.class)
@ConditionalOnProperty(name = "cloisonne.schemas.scheduled", matchIfMissing = true)
class RolloutSchedule implements DisposableBean {

    private final SchemaRollout rollout;

    /** A rollout may take minutes, and the schedule's own thread is everybody's. */
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

    RolloutSchedule(SchemaRollout rollout) {
        this.rollout = rollout;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT2S")
    void look() {
        var _ = thread.submit(rollout::run);
    }

    /** What is cut is as it was; the next start goes on. */
    @Override
    public void destroy() {
        thread.shutdownNow();
        thread.close();
    }
}
