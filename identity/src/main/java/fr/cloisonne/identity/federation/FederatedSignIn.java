package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.NothingSaved;
import fr.cloisonne.identity.signin.PendingSignIns;
import fr.cloisonne.identity.signin.SessionEnding;
import fr.cloisonne.identity.signin.SessionOpening;
import fr.cloisonne.identity.signin.SignInFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/** Puts federated sign-in into a security chain. */
@Component
public class FederatedSignIn {

    private final Providers providers;
    private final ProviderRegistrations registrations;
    private final UserInfo userinfo;
    private final CodeExchange codes;
    private final ClientKeys keys;
    private final TryOuts tryOuts;
    private final ProviderTokens tokens;
    private final SessionOpening opening;
    private final SessionEnding ending;
    private final FederatedIdentities identities;
    private final FirstArrivals arrivals;
    private final PendingLinks links;
    private final LinkIntents intents;
    private final String baseUrl;
    private final PendingSignIns pending;
    private final TwoFactorProviders twoFactors;
    private final FreshProof proof;
    private final Clock clock;
    private final SignInFailure failure;
    private final LogoutTokens overs;

    FederatedSignIn(
            Providers providers,
            ProviderRegistrations registrations,
            UserInfo userinfo,
            CodeExchange codes,
            ClientKeys keys,
            TryOuts tryOuts,
            ProviderTokens tokens,
            SessionOpening opening,
            SessionEnding ending,
            FederatedIdentities identities,
            FirstArrivals arrivals,
            PendingLinks links,
            LinkIntents intents,
            @Value("${cloisonne.base-url:http://localhost:8080}") String baseUrl,
            PendingSignIns pending,
            TwoFactorProviders twoFactors,
            FreshProof proof,
            Clock clock,
            SignInFailure failure,
            LogoutTokens overs) {
        this.providers = providers;
        this.registrations = registrations;
        this.userinfo = userinfo;
        this.codes = codes;
        this.keys = keys;
        this.tryOuts = tryOuts;
        this.tokens = tokens;
        this.opening = opening;
        this.ending = ending;
        this.identities = identities;
        this.arrivals = arrivals;
        this.links = links;
        this.intents = intents;
        this.baseUrl = baseUrl;
        this.pending = pending;
        this.twoFactors = twoFactors;
        this.proof = proof;
        this.clock = clock;
        this.failure = failure;
        this.overs = overs;
    }

    /**
     * What follows a sign-in, of either kind.
     *
     * @param next where a person goes who is in
     * @return the handler for both
     */
    public AuthenticationSuccessHandler signedIn(AuthenticationSuccessHandler next) {
        return new SignedIn(
                providers,
                identities,
                arrivals,
                links,
                intents,
                pending,
                twoFactors,
                proof,
                clock,
                opening,
                ending,
                next);
    }

    /**
     * Adds the providers to a chain.
     *
     * @param security the chain
     * @param signedIn what follows, see {@link #signedIn}
     */
    public void configure(HttpSecurity security, AuthenticationSuccessHandler signedIn) {
        security.oauth2Login(login ->
                login.withObjectPostProcessor(new NothingSaved())
                        .loginPage("/sign-in")
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NothingKept())
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(requests()))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codes))
                        .userInfoEndpoint(info -> info.oidcUserService(userinfo))
                        .successHandler(signedIn)
                        .failureHandler(failure));
        security.addFilterBefore(new PublishedKeys(keys), CsrfFilter.class);
        security.addFilterBefore(new FrontChannelSignOut(providers, ending), CsrfFilter.class);
        security.addFilterBefore(new InitiatedSignIn(providers, baseUrl), CsrfFilter.class);
        security.addFilterBefore(new FirmDoor(), OAuth2AuthorizationRequestRedirectFilter.class);
        security.addFilterBefore(
                new LinkStart(intents), OAuth2AuthorizationRequestRedirectFilter.class);
        security.addFilterBefore(
                new TryOutFilter(tryOuts), OAuth2AuthorizationRequestRedirectFilter.class);
        security.addFilterBefore(
                new ProviderAnswerCheck(registrations, clock),
                OAuth2AuthorizationRequestRedirectFilter.class);
        security.addFilterBefore(
                new BackChannelSignOut(registrations, tokens, overs), CsrfFilter.class);
    }

    private OAuth2AuthorizationRequestResolver requests() {
        return AuthorizationRequests.resolver(
                registrations,
                "/oauth2/authorization",
                id ->
                        providers
                                .live(id)
                                .orElseThrow(
                                        () -> new ProviderUnavailableException("Gone meanwhile")));
    }

    /** The provider's tokens are of use for a minute and for nothing else: they are not kept. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring Security's
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Not kept.
        }

        @Override
        public void removeAuthorizedClient(
                String provider,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing was kept.
        }
    }
}
