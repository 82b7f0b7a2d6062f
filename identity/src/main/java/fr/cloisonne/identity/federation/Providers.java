package fr.cloisonne.identity.federation;

import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
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
        settings.requireProofs();
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

    /** How a firm calls one of its own, in service or not. */
    Optional<String> name(String id) {
        return ProviderId.tryParse(id).flatMap(stored::find).map(one -> one.provider().label());
    }

    /** Whose one in service is. */
    Optional<FirmId> firmOf(String id) {
        return ProviderId.tryParse(id).flatMap(stored::firmOfLive);
    }

    /** Those through which a firm's people sign in now. */
    List<Provider> ofFirm(FirmId firm) {
        return stored.ofFirm(firm).stream()
                .filter(StoredProviders.Stored::live)
                .map(StoredProviders.Stored::provider)
                .toList();
    }

    /** The name of an issuer, as the service calls it, or else its own address. */
    String label(String issuer) {
        return settings.providers().values().stream()
                .filter(one -> one.issuer().toString().equals(issuer))
                .map(FederationSettings.Configured::label)
                .findFirst()
                .orElse(issuer);
    }

    /** Whether it is one of the service itself; a firm's vouches for that firm alone. */
    boolean vouchesForAll(String id) {
        return settings.providers().containsKey(id);
    }
}
