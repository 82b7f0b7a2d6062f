package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.StoredProviders.Stored;
import fr.cloisonne.identity.federation.TryCheck.Outcome;
import fr.cloisonne.identity.federation.TryCheck.Subject;
import fr.cloisonne.identity.provisioning.ClaimGroups;
import fr.cloisonne.identity.provisioning.GroupRight;
import fr.cloisonne.identity.signin.SignInFailure;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Trying a provider before anybody depends on it: the administrator signs in there, and sees each
 * check and what would become of the person. All of it passes beside the sign-in: no session is
 * opened or changed, nothing is linked.
 */
@Component
public class TryOuts {

    private static final String START = "/oauth2/try";

    private final FirmProviders providers;
    private final StoredProviders stored;
    private final ProviderRegistrations registrations;
    private final StandingChecks standing;
    private final FederatedIdentities identities;
    private final FirstArrivals arrivals;
    private final ClaimGroups groups;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    TryOuts(
            FirmProviders providers,
            StoredProviders stored,
            ProviderRegistrations registrations,
            StandingChecks standing,
            FederatedIdentities identities,
            FirstArrivals arrivals,
            ClaimGroups groups,
            CodeExchange codes,
            UserInfo userinfo,
            ProviderTokens tokens) {
        this.providers = providers;
        this.stored = stored;
        this.registrations = registrations;
        this.standing = standing;
        this.identities = identities;
        this.arrivals = arrivals;
        this.groups = groups;
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(codes, userinfo);
        exchange.setJwtDecoderFactory(tokens);
    }

    /**
     * What can be seen without a sign-in there.
     *
     * @param person who tries, with the right to manage the firm's sign-in
     * @param firm the firm
     * @param id the provider
     * @return the lines so far, the rest waiting
     */
    public TryReport begin(UserAccountId person, FirmShortName firm, ProviderId id) {
        List<TryCheck> checks = new ArrayList<>(standing.of(own(person, firm, id).provider()));
        if (checks.stream().noneMatch(check -> check.outcome() == Outcome.BAD)) {
            Stream.of(Subject.ANSWER, Subject.LEVEL, Subject.CLAIMS)
                    .forEach(later -> checks.add(new TryCheck(later, Outcome.WAITING, "")));
        }
        return new TryReport(List.copyOf(checks), null);
    }

    /** The address of the sign-in at the provider, remembered as a try-out. */
    TryOut start(
            UserAccountId person, FirmShortName firm, ProviderId id, HttpServletRequest request) {
        Stored one = own(person, firm, id);
        ClientRegistration registration = registrations.of(one.provider());
        OAuth2AuthorizationRequest asked =
                AuthorizationRequests.resolver(any -> registration, START, any -> one.provider())
                        .resolve(request, id.toString());
        return new TryOut(firm, id, one.version(), Objects.requireNonNull(asked));
    }

    /** What the provider answered. */
    TryReport finish(UserAccountId person, TryOut tried, OAuth2AuthorizationResponse answer) {
        Stored one = own(person, tried.firm(), tried.provider());
        List<TryCheck> checks = new ArrayList<>(standing.of(one.provider()));
        Optional<OidcUser> found = signIn(one.provider(), tried.request(), answer, checks);
        TryReport report =
                new TryReport(
                        List.copyOf(checks),
                        found.map(user -> tried(person, one.provider(), user)).orElse(null));
        if (report.good()) {
            stored.tried(tried.provider(), tried.version());
        }
        return report;
    }

    private Stored own(UserAccountId person, FirmShortName firm, ProviderId id) {
        providers.get(person, firm, id);
        return stored.find(id).orElseThrow();
    }

    private Optional<OidcUser> signIn(
            Provider provider,
            OAuth2AuthorizationRequest request,
            OAuth2AuthorizationResponse answer,
            List<TryCheck> checks) {
        try {
            var token =
                    (OAuth2LoginAuthenticationToken)
                            exchange.authenticate(
                                    new OAuth2LoginAuthenticationToken(
                                            registrations.of(provider),
                                            new OAuth2AuthorizationExchange(request, answer)));
            OidcUser user =
                    (OidcUser) Objects.requireNonNull(Objects.requireNonNull(token).getPrincipal());
            checks.add(new TryCheck(Subject.ANSWER, Outcome.GOOD, ""));
            checks.add(
                    new TryCheck(
                            Subject.LEVEL,
                            Outcome.GOOD,
                            Objects.requireNonNullElse(
                                    user.getIdToken().getAuthenticationContextClass(), "")));
            checks.add(claims(new Claims(provider.claims(), user)));
            return Optional.of(user);
        } catch (AuthenticationException refused) {
            String reason = SignInFailure.reason(refused);
            boolean low = reason.equals("acr-too-low");
            boolean key = reason.equals("client-refused") && !provider.authentication().bySecret();
            checks.add(
                    new TryCheck(
                            low ? Subject.LEVEL : Subject.ANSWER,
                            Outcome.BAD,
                            key ? "key-refused" : reason));
        } catch (ProviderUnavailableException down) {
            checks.add(new TryCheck(Subject.ANSWER, Outcome.BAD, "provider-unavailable"));
        }
        return Optional.empty();
    }

    private static TryCheck claims(Claims claims) {
        String missing =
                claims.given().isEmpty() || claims.family().isEmpty()
                        ? "name"
                        : claims.email().isEmpty() ? "email" : "";
        return new TryCheck(
                Subject.CLAIMS, missing.isEmpty() ? Outcome.GOOD : Outcome.WARNING, missing);
    }

    private TriedPerson tried(UserAccountId person, Provider provider, OidcUser user) {
        Claims claims = new Claims(provider.claims(), user);
        @Nullable UserAccountId account =
                identities
                        .accountOf(provider.issuer(), Objects.requireNonNull(user.getSubject()))
                        .orElse(null);
        return new TriedPerson(
                claims.name(),
                claims.email(),
                claims.groups(),
                arrivals.wouldAdmit(provider, user),
                rights(provider, claims),
                person.equals(account));
    }

    private List<GroupRight> rights(Provider provider, Claims claims) {
        FirmId firm = Objects.requireNonNull(provider.firm());
        return groups.preview(firm, UUID.fromString(provider.id()), claims.all());
    }

    /** The reports of a session, by provider: each new one takes the place of the one before. */
    static String attribute(ProviderId id) {
        return TryReport.class.getName() + id;
    }

    /**
     * The report of the last try-out in this session.
     *
     * @param session the session
     * @param id the provider
     * @return the report, if there was one
     */
    public Optional<TryReport> last(HttpSession session, ProviderId id) {
        return session.getAttribute(attribute(id)) instanceof TryReport report
                ? Optional.of(report)
                : Optional.empty();
    }
}
