package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SignInFailure;
import fr.cloisonne.identity.signin.SignedInSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Puts federated sign-in into a security chain. */
@Component
public class FederatedSignIn {

    private final ProviderRegistrations registrations;
    private final FederationSettings settings;
    private final UserInfo userinfo;
    private final ProviderHttp http;
    private final ProviderTokens tokens;
    private final SignedInSessions sessions;
    private final FederatedIdentities identities;
    private final PendingLinks links;
    private final FreshProof proof;
    private final Clock clock;
    private final SignInFailure failure;

    FederatedSignIn(
            ProviderRegistrations registrations,
            FederationSettings settings,
            UserInfo userinfo,
            ProviderHttp http,
            ProviderTokens tokens,
            SignedInSessions sessions,
            FederatedIdentities identities,
            PendingLinks links,
            FreshProof proof,
            Clock clock,
            SignInFailure failure) {
        this.registrations = registrations;
        this.settings = settings;
        this.userinfo = userinfo;
        this.http = http;
        this.tokens = tokens;
        this.sessions = sessions;
        this.identities = identities;
        this.links = links;
        this.proof = proof;
        this.clock = clock;
        this.failure = failure;
    }

    /**
     * What follows a sign-in, of either kind.
     *
     * @param next where a person goes who is in
     * @return the handler for both
     */
    public AuthenticationSuccessHandler signedIn(AuthenticationSuccessHandler next) {
        return new SignedIn(identities, links, proof, clock, sessions, next);
    }

    /**
     * Adds the providers to a chain.
     *
     * @param security the chain
     * @param signedIn what follows, see {@link #signedIn}
     */
    public void configure(HttpSecurity security, AuthenticationSuccessHandler signedIn) {
        security.oauth2Login(login ->
                login.loginPage("/sign-in")
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NothingKept())
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(requests()))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codes()))
                        .userInfoEndpoint(info -> info.oidcUserService(userinfo))
                        .successHandler(signedIn)
                        .failureHandler(failure));
        security.addFilterBefore(
                new ProviderAnswerCheck(registrations),
                OAuth2AuthorizationRequestRedirectFilter.class);
        security.addFilterBefore(
                new BackChannelSignOut(registrations, tokens, sessions), CsrfFilter.class);
    }

    /** State and nonce are Spring Security's (256 bits and more); the level asked is ours. */
    private OAuth2AuthorizationRequestResolver requests() {
        var resolver =
                new DefaultOAuth2AuthorizationRequestResolver(
                        registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce()
                        .andThen(request ->
                                request.attributes(attributes ->
                                        request.additionalParameters(more ->
                                                more.put(
                                                        "acr_values",
                                                        level(
                                                                attributes.get(
                                                                        "registration_id")))))));
        return resolver;
    }

    private String level(@Nullable Object provider) {
        return Objects.requireNonNull(settings.providers().get(String.valueOf(provider)))
                .acrValues();
    }

    private RestClientAuthorizationCodeTokenResponseClient codes() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(
                RestClient.builder()
                        .requestFactory(http.requests())
                        .configureMessageConverters(converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return client;
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
