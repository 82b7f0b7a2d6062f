package fr.cloisonne.identity.federation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Which providers' words stand for two factors, so that no second one is asked here. */
@Component
class TwoFactorProviders {

    private final FederationSettings settings;

    TwoFactorProviders(FederationSettings settings) {
        this.settings = settings;
    }

    /** Whether this answer says, in {@code acr} or {@code amr}, that two factors were shown. */
    boolean shownBy(String provider, OidcUser person) {
        List<String> enough =
                Optional.ofNullable(settings.providers().get(provider))
                        .map(FederationSettings.Configured::twoFactors)
                        .orElse(List.of());
        Stream<String> acr = Stream.ofNullable(person.getIdToken().getAuthenticationContextClass());
        Stream<String> amr =
                Objects.requireNonNullElse(
                        person.getIdToken().getAuthenticationMethods(), List.<String>of())
                        .stream();
        return Stream.concat(acr, amr).anyMatch(enough::contains);
    }
}
