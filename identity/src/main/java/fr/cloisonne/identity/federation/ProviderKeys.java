package fr.cloisonne.identity.federation;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The keys that a provider publishes, kept for a while and asked for again before a token is
 * refused for want of one; at most twice in half a minute, since anybody may send us tokens.
 */
final class ProviderKeys {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration WAIT = Duration.ofSeconds(4);
    private static final Duration APART = Duration.ofSeconds(30);

    private final JWKSetBasedJWKSource<SecurityContext> kept;

    ProviderKeys(RestClient http, String address) {
        kept =
                (JWKSetBasedJWKSource<SecurityContext>)
                        JWKSourceBuilder.create(new Published(http, address))
                                .cache(KEPT.toMillis(), WAIT.toMillis())
                                .refreshAheadCache(false)
                                .rateLimited(APART.toMillis())
                                .build();
    }

    JWKSource<SecurityContext> source() {
        return kept;
    }

    /** Asks for them again; false if that cannot be done now. */
    boolean renewed() {
        try {
            kept.getJWKSetSource()
                    .getJWKSet(
                            JWKSetCacheRefreshEvaluator.forceRefresh(),
                            System.currentTimeMillis(),
                            null);
            return true;
        } catch (KeySourceException notNow) {
            return false;
        }
    }

    /** As they stand at the provider. */
    private record Published(RestClient http, String address)
            implements JWKSetSource<SecurityContext> {

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            try {
                return JWKSet.parse(
                        String.valueOf(http.get().uri(address).retrieve().body(String.class)));
            } catch (RestClientException | ParseException failure) {
                throw new JWKSetUnavailableException("No keys at " + address, failure);
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
