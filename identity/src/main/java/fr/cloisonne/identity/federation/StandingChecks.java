package fr.cloisonne.identity.federation;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import fr.cloisonne.identity.federation.TryCheck.Outcome;
import fr.cloisonne.identity.federation.TryCheck.Subject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** What can be looked at without anybody signing in at the provider. */
@Component
class StandingChecks {

    private final Discovery discovery;
    private final ProviderHttp http;

    StandingChecks(Discovery discovery, ProviderHttp http) {
        this.discovery = discovery;
        this.http = http;
    }

    List<TryCheck> of(Provider provider) {
        try {
            Map<String, Object> metadata = discovery.of(provider);
            return List.of(
                    new TryCheck(Subject.DISCOVERY, Outcome.GOOD, provider.issuer()),
                    keys(provider, metadata),
                    client(provider.authentication(), metadata),
                    signOut(provider.signOut(), metadata));
        } catch (AnotherIssuerException another) {
            return List.of(new TryCheck(Subject.DISCOVERY, Outcome.BAD, "issuer"));
        } catch (ProviderUnavailableException down) {
            return List.of(new TryCheck(Subject.DISCOVERY, Outcome.BAD, "unreachable"));
        }
    }

    private TryCheck keys(Provider provider, Map<String, Object> metadata) {
        try {
            String published =
                    http.client(provider)
                            .get()
                            .uri(String.valueOf(metadata.get("jwks_uri")))
                            .retrieve()
                            .body(String.class);
            long usable =
                    JWKSet.parse(String.valueOf(published)).getKeys().stream()
                            .filter(StandingChecks::isUsable)
                            .count();
            return new TryCheck(
                    Subject.KEYS,
                    usable == 0 ? Outcome.BAD : Outcome.GOOD,
                    usable == 0 ? "none" : String.valueOf(usable));
        } catch (RestClientException | ParseException | IllegalArgumentException failure) {
            return new TryCheck(Subject.KEYS, Outcome.BAD, "unreachable");
        }
    }

    /** RS256 and ES256 are what we read. */
    private static boolean isUsable(JWK key) {
        return KeyType.RSA.equals(key.getKeyType()) || KeyType.EC.equals(key.getKeyType());
    }

    /** What it announces; whether it really takes it, the sign-in shows. */
    private static TryCheck client(ClientAuthentication proof, Map<String, Object> metadata) {
        if (!proof.isAnnounced(metadata)) {
            return new TryCheck(
                    Subject.CLIENT,
                    Outcome.WARNING,
                    proof.bySecret() ? "secret-unannounced" : "key-unannounced");
        }
        String method = proof.method().getValue();
        if (proof.bySecret()) {
            return new TryCheck(Subject.CLIENT, Outcome.GOOD, method);
        }
        return OwnAssertions.algorithm(metadata)
                .map(algorithm ->
                        new TryCheck(Subject.CLIENT, Outcome.GOOD, method + ", " + algorithm))
                .orElse(new TryCheck(Subject.CLIENT, Outcome.BAD, "key-algorithm"));
    }

    private static TryCheck signOut(SignOutWays asked, Map<String, Object> metadata) {
        String missing =
                asked.there() && !metadata.containsKey("end_session_endpoint")
                        ? "there"
                        : asked.backChannel() && !promises(metadata, "backchannel")
                                ? "back"
                                : asked.frontChannel() && !promises(metadata, "frontchannel")
                                        ? "front"
                                        : "";
        return new TryCheck(
                Subject.SIGN_OUT, missing.isEmpty() ? Outcome.GOOD : Outcome.WARNING, missing);
    }

    private static boolean promises(Map<String, Object> metadata, String channel) {
        return Boolean.TRUE.equals(metadata.get(channel + "_logout_supported"));
    }
}
