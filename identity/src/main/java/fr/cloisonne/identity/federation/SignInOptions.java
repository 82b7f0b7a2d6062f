package fr.cloisonne.identity.federation;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways in that the sign-in page offers beside the password. */
@Component
public class SignInOptions {

    private final FederationSettings settings;

    SignInOptions(FederationSettings settings) {
        this.settings = settings;
    }

    /**
     * One button a provider.
     *
     * @return by name
     */
    public List<ProviderButton> providers() {
        return settings.providers().entrySet().stream()
                .map(entry ->
                        new ProviderButton(
                                entry.getKey(),
                                entry.getValue().label(),
                                "/oauth2/authorization/" + entry.getKey()))
                .sorted(Comparator.comparing(ProviderButton::label))
                .toList();
    }

    /**
     * Where a form of ours may lead in the end.
     *
     * @return scheme, host and port of each provider
     */
    public List<String> origins() {
        return settings.providers().values().stream()
                .map(provider -> origin(provider.issuer()))
                .distinct()
                .toList();
    }

    private static String origin(URI issuer) {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
