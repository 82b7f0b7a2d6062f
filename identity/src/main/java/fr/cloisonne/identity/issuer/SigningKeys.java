package fr.cloisonne.identity.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The signing keys as this node knows them, read again every half minute: far more often than a new
 * key's notice is long, so that all nodes know a key before any signs with it.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final SigningKeyRows rows;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    SigningKeys(SigningKeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Known(List<SigningKey> keys, JWKSet all, Instant at) {}

    /** Every key that is published; the caller shows public halves alone. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(known().all());
    }

    /** The key that signs at this moment, and no other. */
    JWKSource<SecurityContext> current() {
        return (selector, context) -> selector.select(new JWKSet(signing()));
    }

    private List<JWK> signing() {
        Instant now = clock.instant();
        List<SigningKey> keys = known().keys();
        return SigningKeyRows.ALGORITHMS.stream()
                .map(algorithm -> of(algorithm, keys, now))
                .toList();
    }

    /**
     * The newest key that may sign. A first key signs even where this node's clock is behind that
     * of the node which made it: no token was signed by another.
     */
    private static JWK of(JWSAlgorithm algorithm, List<SigningKey> keys, Instant now) {
        List<SigningKey> newestFirst =
                keys.stream().filter(key -> key.algorithm().equals(algorithm)).toList();
        return newestFirst.stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst()
                .or(() -> newestFirst.reversed().stream().findFirst())
                .map(SigningKey::jwk)
                .orElseThrow(() -> new IllegalStateException("No key signs with " + algorithm));
    }

    private Known known() {
        Known now = known;
        return now == null || !now.at().plus(FRESH).isAfter(clock.instant()) ? read() : now;
    }

    private Known read() {
        reading.lock();
        try {
            List<SigningKey> keys = rows.all();
            if (keys.isEmpty()) {
                rows.keepGoing();
                keys = rows.all();
            }
            Known read =
                    new Known(
                            keys,
                            new JWKSet(keys.stream().map(SigningKey::jwk).toList()),
                            clock.instant());
            known = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
