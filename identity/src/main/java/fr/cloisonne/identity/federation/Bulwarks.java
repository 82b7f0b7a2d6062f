package fr.cloisonne.identity.federation;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The bulwark of each provider. */
@Component
class Bulwarks {

    private static final BulkheadConfig PLACES =
            BulkheadConfig.custom().maxConcurrentCalls(16).maxWaitDuration(Duration.ZERO).build();

    /** Ten failures of the last twenty calls open it; after ten seconds two calls try again. */
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .recordExceptions(IOException.class)
                    .build();

    private final Map<String, Bulwark> bulwarks = new ConcurrentHashMap<>();

    Bulwark of(String provider) {
        return bulwarks.computeIfAbsent(provider, Bulwarks::bulwark);
    }

    private static Bulwark bulwark(String provider) {
        return new Bulwark(Bulkhead.of(provider, PLACES), CircuitBreaker.of(provider, BREAKER));
    }
}
