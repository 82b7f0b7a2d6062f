package fr.cloisonne.identity.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import fr.cloisonne.identity.signin.SignInThrottle;
import fr.cloisonne.identity.technical.TokenClients;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Puts the token issuer into a security chain of its own. */
@Component
public class TokenIssuer {

    private final RegisteredClients clients;
    private final TokenClients secrets;
    private final Authorizations authorizations;
    private final Consents consents;
    private final ClientAssertions assertions;
    private final SigningKeys keys;
    private final AccessTokens tokens;
    private final SignInThrottle throttle;
    private final IssuerAddress address;
    private final ToolProtocol tools;
    private final PersonClaims claims;
    private final Clock clock;

    TokenIssuer(
            RegisteredClients clients,
            TokenClients secrets,
            Authorizations authorizations,
            Consents consents,
            ClientAssertions assertions,
            SigningKeys keys,
            AccessTokens tokens,
            SignInThrottle throttle,
            IssuerAddress address,
            ToolProtocol tools,
            PersonClaims claims,
            Clock clock) {
        this.clients = clients;
        this.secrets = secrets;
        this.authorizations = authorizations;
        this.consents = consents;
        this.assertions = assertions;
        this.keys = keys;
        this.tokens = tokens;
        this.throttle = throttle;
        this.address = address;
        this.tools = tools;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * Makes a chain the issuer's: it answers the issuer's addresses and no other.
     *
     * @param http the chain
     * @param requests where the sign-in page finds to what a person goes back
     */
    public void configure(HttpSecurity http, RequestCache requests) {
        http.setSharedObject(JWKSource.class, keys);
        var server = new OAuth2AuthorizationServerConfigurer();
        http.securityMatcher(server.getEndpointsMatcher());
        http.with(server, issuer -> set(issuer, requests));
        tools.recognise(http);
        // Who is not signed in is led to the sign-in page by the endpoint, which knows the request.
        http.authorizeHttpRequests(paths ->
                paths.requestMatchers(IssuerAddress.AUTHORIZE)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        http.requestCache(none -> none.requestCache(new NullRequestCache()));
        http.oauth2ResourceServer(
                bearer -> bearer.jwt(jwt -> jwt.authenticationManager(new BearerTokens(tokens))));
    }

    private void set(OAuth2AuthorizationServerConfigurer server, RequestCache requests) {
        server.registeredClientRepository(clients)
                .authorizationService(authorizations)
                .authorizationConsentService(consents)
                .authorizationServerSettings(address.paths())
                .tokenGenerator(generator())
                .clientAuthentication(client ->
                        client.authenticationProviders(this::proofs)
                                .errorResponseHandler(new ClientRefusal()))
                .tokenEndpoint(token -> token.authenticationProviders(TokenIssuer::grants))
                .tokenIntrospectionEndpoint(
                        told -> told.authenticationProviders(TokenIssuer::introspection))
                .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(
                                told -> told.claims(Metadata::correct)));
        tools.set(server, requests);
    }

    private DelegatingOAuth2TokenGenerator generator() {
        var jwts = new JwtGenerator(new NimbusJwtEncoder(keys.current()));
        jwts.setClock(clock);
        jwts.setJwtCustomizer(claims::identify);
        var access = new OAuth2AccessTokenGenerator();
        access.setClock(clock);
        access.setAccessTokenCustomizer(claims::name);
        var refresh = new OAuth2RefreshTokenGenerator();
        refresh.setClock(clock);
        return new DelegatingOAuth2TokenGenerator(jwts, access, refresh);
    }

    /** The ways to prove oneself that are offered, each with a limit to guessing. */
    private void proofs(List<AuthenticationProvider> proofs) {
        proofs.removeIf(proof ->
                !(proof instanceof ClientSecretAuthenticationProvider
                        || proof instanceof JwtClientAssertionAuthenticationProvider
                        || proof instanceof PublicClientAuthenticationProvider));
        proofs.replaceAll(proof -> {
            if (proof instanceof ClientSecretAuthenticationProvider secret) {
                secret.setPasswordEncoder(new SecretsInUse(secrets, clock));
            } else if (proof instanceof JwtClientAssertionAuthenticationProvider assertion) {
                assertion.setJwtDecoderFactory(assertions);
            }
            return new GuessLimit(proof, throttle);
        });
    }

    private static void grants(List<AuthenticationProvider> grants) {
        grants.replaceAll(grant ->
                grant instanceof OAuth2ClientCredentialsAuthenticationProvider
                        ? new AllScopes(grant)
                        : grant);
    }

    private static void introspection(List<AuthenticationProvider> providers) {
        providers.replaceAll(provider ->
                provider instanceof OAuth2TokenIntrospectionAuthenticationProvider
                        ? new OwnTokens(provider)
                        : provider);
    }
}
