package fr.cloisonne.identity.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * The providers as Spring Security knows them: always with their issuer, found by discovery at the
 * first sign-in and kept while their settings stay as they are, a day at most. A provider that is
 * down stops neither the start nor local sign-in.
 */
@Component
@EnableConfigurationProperties(FederationSettings.class)
class ProviderRegistrations implements ClientRegistrationRepository {

    private static final Duration FRESH = Duration.ofHours(24);

    private final Providers providers;
    private final Discovery discovery;
    private final Clock clock;
    private final String redirect;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    ProviderRegistrations(
            Providers providers,
            Discovery discovery,
            Clock clock,
            @Value("${cloisonne.base-url:http://localhost:8080}") String baseUrl) {
        this.providers = providers;
        this.discovery = discovery;
        this.clock = clock;
        this.redirect = baseUrl + ProviderAnswerCheck.ANSWER + "{registrationId}";
    }

    private record Found(Provider provider, ClientRegistration registration, Instant at) {}

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return providers.live(id).map(this::of).orElse(null);
    }

    /** The registration of a provider, people's or on trial. */
    ClientRegistration of(Provider provider) {
        Found known = found.get(provider.id());
        if (known != null
                && known.provider().equals(provider)
                && clock.instant().isBefore(known.at().plus(FRESH))) {
            return known.registration();
        }
        ClientRegistration discovered = registration(provider, discovery.of(provider));
        found.put(provider.id(), new Found(provider, discovered, clock.instant()));
        return discovered;
    }

    /** The provider behind a registration that was given out. */
    Provider provider(ClientRegistration registration) {
        Found known = found.get(registration.getRegistrationId());
        if (known == null || known.registration() != registration) {
            throw new ProviderUnavailableException(
                    "The provider's settings have changed meanwhile");
        }
        return known.provider();
    }

    private ClientRegistration registration(Provider provider, Map<String, Object> metadata) {
        try {
            return ClientRegistrations.fromOidcConfiguration(metadata)
                    .registrationId(provider.id())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .clientName(provider.label())
                    .clientAuthenticationMethod(provider.authentication().method())
                    .clientSettings(
                            ClientRegistration.ClientSettings.builder()
                                    .requireProofKey(true)
                                    .build())
                    .scope(provider.scopes())
                    .redirectUri(redirect)
                    .userNameAttributeName("sub")
                    .build();
        } catch (IllegalArgumentException incomplete) {
            throw new ProviderUnavailableException("The metadata are incomplete", incomplete);
        }
    }
}
