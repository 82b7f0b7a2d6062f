package fr.cloisonne.identity.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.cloisonne.identity.signin.OriginBound;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts wrong secrets for one token from one address within a minute: directories of many firms
 * share addresses, and none must be shut out for another's mistakes.
 */
@Component
class WrongTokens {

    private static final int FREE = 10;

    private record Key(UUID token, String address) {}

    private final Cache<Key, Integer> counted;

    WrongTokens(Clock clock) {
        this.counted =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(Duration.ofMinutes(1))
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    boolean tooMany(UUID token, String address) {
        Integer count = counted.getIfPresent(new Key(token, OriginBound.place(address)));
        return count != null && count >= FREE;
    }

    void count(UUID token, String address) {
        counted.asMap().merge(new Key(token, OriginBound.place(address)), 1, Integer::sum);
    }
}
