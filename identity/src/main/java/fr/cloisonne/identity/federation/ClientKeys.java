package fr.cloisonne.identity.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import fr.cloisonne.identity.issuer.IssuerSettings;
import fr.cloisonne.identity.signature.KeyLife;
import fr.cloisonne.identity.signature.KeySet;
import fr.cloisonne.identity.signature.SigningKeyRows;
import fr.cloisonne.tenancy.value.FirmId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys by which we prove ourselves to providers: a set for each firm, so that none can have us
 * speak as another firm's client, and one for the providers that the settings name.
 */
@Component
class ClientKeys {

    static final String PATH = "/oauth2/client-keys";

    private static final String KIND = "providers";
    private static final Duration LONGEST_KEPT = Duration.ofHours(1);

    private final SigningKeyRows rows;
    private final FederationSettings settings;
    private final StoredProviders stored;
    private final KeyLife life;
    private final Clock clock;
    private final String baseUrl;

    ClientKeys(
            SigningKeyRows rows,
            FederationSettings settings,
            StoredProviders stored,
            IssuerSettings issuer,
            Clock clock,
            @Value("${cloisonne.base-url:http://localhost:8080}") String baseUrl) {
        this.rows = rows;
        this.settings = settings;
        this.stored = stored;
        this.life = issuer.keys();
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Where a firm's providers read them; those of the settings, where there is no firm. */
    String address(@Nullable FirmId firm) {
        return baseUrl + PATH + (firm == null ? "" : "/" + firm);
    }

    /** How long a reader may keep them: far shorter than a new key's notice. */
    Duration keptFor() {
        Duration quarter = life.notice().dividedBy(4);
        return quarter.compareTo(LONGEST_KEPT) < 0 ? quarter : LONGEST_KEPT;
    }

    /** The public halves, where there is a provider that reads them. */
    Optional<JWKSet> published(@Nullable FirmId firm) {
        boolean used = firm == null ? settings.provesByKey() : stored.provesByKey(firm);
        return used
                ? Optional.of(rows.begun(set(firm), life).all().toPublicJWKSet())
                : Optional.empty();
    }

    /** The key that signs for a provider at this moment, both halves. */
    JWK signing(@Nullable FirmId firm, JWSAlgorithm algorithm) {
        return rows.begun(set(firm), life).signing(algorithm, clock.instant());
    }

    /** Publishes the next keys in time, and forgets sets that no provider reads any more. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT25S")
    void keepGoing() {
        List<KeySet> used =
                Stream.concat(
                                settings.provesByKey() ? Stream.of(set(null)) : Stream.empty(),
                                stored.provingByKey().stream().map(ClientKeys::set))
                        .toList();
        used.forEach(set -> rows.keepGoing(set, life));
        rows.keepOnly(KIND, used);
    }

    private static KeySet set(@Nullable FirmId firm) {
        return new KeySet(firm == null ? KIND : KIND + " of " + firm);
    }
}
