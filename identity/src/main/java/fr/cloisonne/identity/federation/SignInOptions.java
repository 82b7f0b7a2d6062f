package fr.cloisonne.identity.federation;

import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways in that the sign-in page offers beside the password. */
@Component
public class SignInOptions {

    private final FederationSettings settings;
    private final Providers stored;
    private final Firms firms;

    SignInOptions(FederationSettings settings, Providers stored, Firms firms) {
        this.settings = settings;
        this.stored = stored;
        this.firms = firms;
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
     * The ways in of one firm's own.
     *
     * @param firm as an address names it; one that is none has none
     * @param page where the person wants to go, a path of ours
     * @return by name
     */
    public List<ProviderButton> ofFirm(FirmShortName firm, String page) {
        return firms
                .byShortName(firm)
                .map(card -> stored.ofFirm(card.id()))
                .orElse(List.of())
                .stream()
                .map(provider ->
                        new ProviderButton(
                                provider.id(),
                                provider.label(),
                                ProviderAnswerCheck.START
                                        + provider.id()
                                        + Destination.parameter(page)))
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
