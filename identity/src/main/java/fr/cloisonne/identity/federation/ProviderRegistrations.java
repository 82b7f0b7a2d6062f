package fr.cloisonne.identity.federation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The providers as Spring Security knows them: always with their issuer, found by discovery at the
 * first sign-in and kept. A provider that is down stops neither the start nor local sign-in.
 */
@Component
@EnableConfigurationProperties(FederationSettings.class)
class ProviderRegistrations implements ClientRegistrationRepository {

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final FederationSettings settings;
    private final RestClient http;
    private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

    ProviderRegistrations(FederationSettings settings, ProviderHttp http) {
        this.settings = settings;
        this.http = RestClient.builder().requestFactory(http.requests()).build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        ClientRegistration known = found.get(id);
        FederationSettings.Provider provider = settings.providers().get(id);
        if (known != null || provider == null) {
            return known;
        }
        ClientRegistration discovered = discover(id, provider);
        found.put(id, discovered);
        return discovered;
    }

    private ClientRegistration discover(String id, FederationSettings.Provider provider) {
        String issuer = provider.issuer().toString();
        Map<String, Object> metadata = metadata(issuer);
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new ProviderUnavailableException("The metadata are of another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(id)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientName(provider.label())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .scope(provider.scopes())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .userNameAttributeName("sub")
                .build();
    }

    private Map<String, Object> metadata(String issuer) {
        try {
            Map<String, Object> metadata =
                    http.get()
                            .uri(issuer + "/.well-known/openid-configuration")
                            .retrieve()
                            .body(METADATA);
            if (metadata == null) {
                throw new ProviderUnavailableException("No metadata at " + issuer);
            }
            return metadata;
        } catch (RestClientException | IllegalArgumentException failure) {
            throw new ProviderUnavailableException("No metadata at " + issuer, failure);
        }
    }
}
