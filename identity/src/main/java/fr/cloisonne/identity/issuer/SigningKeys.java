package fr.cloisonne.identity.issuer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.cloisonne.identity.signature.KeySet;
import fr.cloisonne.identity.signature.KnownKeys;
import fr.cloisonne.identity.signature.SigningKeyRows;
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

    static final KeySet SET = new KeySet("issuer");

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final SigningKeyRows rows;
    private final IssuerSettings settings;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    SigningKeys(SigningKeyRows rows, IssuerSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(KnownKeys keys, Instant at) {}

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
        KnownKeys keys = known();
        return SigningKeyRows.ALGORITHMS.stream()
                .map(algorithm -> keys.signing(algorithm, now))
                .toList();
    }

    private KnownKeys known() {
        Known now = known;
        return now == null || !now.at().plus(FRESH).isAfter(clock.instant()) ? read() : now.keys();
    }

    private KnownKeys read() {
        reading.lock();
        try {
            KnownKeys keys = rows.begun(SET, settings.keys());
            known = new Known(keys, clock.instant());
            return keys;
        } finally {
            reading.unlock();
        }
    }
}
