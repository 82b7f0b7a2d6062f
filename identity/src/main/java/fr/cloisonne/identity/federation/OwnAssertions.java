package fr.cloisonne.identity.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter.JwtClientAuthenticationContext;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What we sign to prove ourselves to a provider (RFC 7523): for its issuer and no other, for a
 * minute, each with an id of its own. The issuer, checked against discovery, is the sole audience:
 * a provider that announces another's token endpoint as its own gets nothing that counts there.
 */
@Component
class OwnAssertions {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final ProviderRegistrations registrations;
    private final ClientKeys keys;
    private final Clock clock;

    OwnAssertions(ProviderRegistrations registrations, ClientKeys keys, Clock clock) {
        this.registrations = registrations;
        this.keys = keys;
        this.clock = clock;
    }

    /** How a provider wants us to sign; as OpenID Connect Discovery expects where it is silent. */
    static Optional<JWSAlgorithm> algorithm(Map<String, Object> metadata) {
        return metadata.get("token_endpoint_auth_signing_alg_values_supported")
                        instanceof List<?> taken
                ? Stream.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256)
                        .filter(ours -> taken.contains(ours.getName()))
                        .findFirst()
                : Optional.of(JWSAlgorithm.RS256);
    }

    /** What a token request says beside the code; nothing where a secret proves us. */
    MultiValueMap<String, String> parameters(OAuth2AuthorizationCodeGrantRequest request) {
        // Made anew each time: it would keep the keys.
        var signing =
                new NimbusJwtClientAuthenticationParametersConverter<
                        OAuth2AuthorizationCodeGrantRequest>(this::key);
        signing.setJwtClientAssertionCustomizer(this::narrow);
        return Objects.requireNonNullElseGet(signing.convert(request), LinkedMultiValueMap::new);
    }

    private JWK key(ClientRegistration registration) {
        Provider provider = registrations.provider(registration);
        Map<String, Object> metadata = registration.getProviderDetails().getConfigurationMetadata();
        return keys.signing(provider.firm(), algorithm(metadata).orElse(JWSAlgorithm.ES256));
    }

    private void narrow(
            JwtClientAuthenticationContext<OAuth2AuthorizationCodeGrantRequest> assertion) {
        Instant now = clock.instant();
        ClientRegistration registration =
                assertion.getAuthorizationGrantRequest().getClientRegistration();
        assertion
                .getClaims()
                .audience(List.of(registrations.provider(registration).issuer()))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
    }
}
