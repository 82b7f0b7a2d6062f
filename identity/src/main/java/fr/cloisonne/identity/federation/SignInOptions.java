package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.maildomain.MailDomain;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.signin.Destination;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways in that the sign-in page offers beside the password. */
@Component
public class SignInOptions {

    private final FederationSettings settings;
    private final Providers stored;
    private final Firms firms;
    private final MailDomains domains;

    SignInOptions(FederationSettings settings, Providers stored, Firms firms, MailDomains domains) {
        this.settings = settings;
        this.stored = stored;
        this.firms = firms;
        this.domains = domains;
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
     * How a provider is called, be it of the service or a firm's own, in service or not.
     *
     * @param id which
     * @return nothing where it is there no more
     */
    public Optional<String> name(String id) {
        FederationSettings.Configured configured = settings.providers().get(id);
        return configured != null ? Optional.of(configured.label()) : stored.name(id);
    }

    /**
     * The ways in for whoever stands at this door: those of the firm whose address they came by
     * before those of the service.
     *
     * @param session the visitor's session, if there is one
     * @return one button a provider
     */
    public List<ProviderButton> here(@Nullable HttpSession session) {
        return Stream.concat(
                        FirmDoor.in(session).stream()
                                .flatMap(firm -> live(firm).stream())
                                .map(one -> button(one, "")),
                        providers().stream())
                .toList();
    }

    /**
     * Whether a visitor came by the address of a firm that offers nothing here: one that has no
     * provider, that is called otherwise by now, or that there never was; none is told apart.
     *
     * @param session the visitor's session, if there is one
     * @return true at such a door
     */
    public boolean silentDoor(@Nullable HttpSession session) {
        return FirmDoor.in(session).filter(firm -> live(firm).isEmpty()).isPresent();
    }

    /**
     * The ways in of one firm's own.
     *
     * @param firm as an address names it; one that is none has none
     * @param page where the person wants to go, a path of ours
     * @return by name
     */
    public List<ProviderButton> ofFirm(FirmShortName firm, String page) {
        return live(firm).stream().map(one -> button(one, Destination.parameter(page))).toList();
    }

    /**
     * The ways in of the firm whose mail domain an address lies in. The domain alone decides:
     * nothing is looked up about the address.
     *
     * @param typed what somebody typed as an address
     * @return by name; none unless the domain is proven and its firm has a provider in service
     */
    public List<ProviderButton> forAddress(String typed) {
        return EmailAddress.tryParse(typed).stream()
                .flatMap(address ->
                        MailDomain.of(address).flatMap(domains::provenBy).stream()
                                .flatMap(firm -> stored.ofFirm(firm).stream())
                                .map(one -> button(one, LoginHint.query(address))))
                .toList();
    }

    private List<Provider> live(FirmShortName firm) {
        return firms.byShortName(firm).map(card -> stored.ofFirm(card.id())).orElse(List.of());
    }

    private static ProviderButton button(Provider provider, String query) {
        return new ProviderButton(
                provider.id(), provider.label(), ProviderAnswerCheck.START + provider.id() + query);
    }

    /**
     * Where a form of ours may lead in the end.
     *
     * @param session the visitor's session, if there is one
     * @return scheme, host and port of each provider that this visitor is offered
     */
    public List<String> origins(@Nullable HttpSession session) {
        return Stream.concat(
                        settings.providers().values().stream()
                                .map(FederationSettings.Configured::issuer),
                        FirmDoor.in(session).stream()
                                .flatMap(firm -> live(firm).stream())
                                .map(one -> URI.create(one.issuer())))
                .map(SignInOptions::origin)
                .distinct()
                .toList();
    }

    private static String origin(URI issuer) {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
