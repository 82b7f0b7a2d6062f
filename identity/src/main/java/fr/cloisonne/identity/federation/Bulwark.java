package fr.cloisonne.identity.federation;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;

/**
 * What stands between us and one provider: only so many calls at a time, and none for a while after
 * it has failed again and again. Whoever is turned away is told at once.
 *
 * @param places how many calls at a time
 * @param breaker whether any
 */
record Bulwark(Bulkhead places, CircuitBreaker breaker) {

    /** A call that may fail. */
    interface Call<T> {
        T make() throws IOException;
    }

    <T> T guard(Call<T> call) throws IOException {
        try {
            return places.executeCallable(() -> breaker.executeCallable(call::make));
        } catch (BulkheadFullException | CallNotPermittedException turnedAway) {
            throw new IOException("The provider is left alone for a moment", turnedAway);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception other) {
            throw new IOException(other);
        }
    }
}
