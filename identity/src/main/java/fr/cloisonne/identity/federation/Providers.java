package fr.cloisonne.identity.federation;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * All providers, those of the settings before those of the firms, read anew at each question: what
 * a firm changes holds with the next sign-in, on every node.
 */
@Component
class Providers {

    private final FederationSettings settings;
    private final StoredProviders stored;

    Providers(FederationSettings settings, StoredProviders stored) {
        this.settings = settings;
        this.stored = stored;
    }

    /** One through which people sign in now. */
    Optional<Provider> live(String id) {
        FederationSettings.Configured configured = settings.providers().get(id);
        return configured != null
                ? Optional.of(configured.provider(id))
                : ProviderId.tryParse(id)
                        .flatMap(stored::find)
                        .filter(StoredProviders.Stored::live)
                        .map(StoredProviders.Stored::provider);
    }

    /** Whether it is one of the service itself; a firm's vouches for that firm alone. */
    boolean vouchesForAll(String id) {
        return settings.providers().containsKey(id);
    }
}
