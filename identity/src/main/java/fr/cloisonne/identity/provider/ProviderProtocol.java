package fr.cloisonne.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The provider's protocol: paths, lifetimes, claims and demands of FranceConnect v2. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ProviderProtocol {

    private static final Duration CODE = Duration.ofSeconds(30);
    private static final Duration TOKEN = Duration.ofSeconds(60);

    private static final Set<String> SCOPES =
            Set.of(
                    "openid",
                    "profile",
                    "birth",
                    "identite_pivot",
                    "email",
                    "given_name",
                    "family_name",
                    "preferred_username",
                    "birthdate",
                    "gender",
                    "birthplace",
                    "birthcountry");

    @Bean
    SecurityFilterChain provider(
            HttpSecurity http,
            ProviderSettings settings,
            UserInfoAnswer userinfo,
            Clients clients) {
        var answers = new Answers(settings.issuer(), clients);
        http.with(
                new OAuth2AuthorizationServerConfigurer(),
                server ->
                        server.authorizationEndpoint(authorize ->
                                        authorize
                                                .authenticationProviders(
                                                        ProviderProtocol::demanding)
                                                .authorizationResponseHandler(answers::answer)
                                                .errorResponseHandler(answers::refuse))
                                .oidc(oidc ->
                                        oidc.providerConfigurationEndpoint(p ->
                                                        p.providerConfigurationCustomizer(
                                                                ProviderProtocol::metadata))
                                                .userInfoEndpoint(info ->
                                                        info.userInfoMapper(userinfo::claims)
                                                                .userInfoResponseHandler(
                                                                        userinfo::answer))
                                                .logoutEndpoint(logout ->
                                                        logout.logoutResponseHandler(
                                                                clients::signedOut))));
        http.addFilterAfter(new ChoiceForEach(), SecurityContextHolderFilter.class);
        http.authorizeHttpRequests(paths ->
                paths.requestMatchers("/", "/interaction", "/session/close", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        http.exceptionHandling(asking -> asking.authenticationEntryPoint(ChoiceForEach::ask));
        http.oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()));
        http.headers(headers -> headers.frameOptions(frames -> frames.deny()));
        return http.build();
    }

    /** What FranceConnect refuses and the standard lets pass. */
    private static void demanding(List<AuthenticationProvider> providers) {
        for (var provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(
                        new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                                .andThen(new Demands()));
            }
        }
    }

    private static void metadata(OidcProviderConfiguration.Builder metadata) {
        metadata.claim("authorization_response_iss_parameter_supported", true)
                .claim("acr_values_supported", Chosen.LEVELS)
                .claim("userinfo_signing_alg_values_supported", List.of("ES256"))
                .claim("backchannel_logout_supported", true)
                .claim("backchannel_logout_session_supported", true)
                .idTokenSigningAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.add("ES256");
                })
                .tokenEndpointAuthenticationMethods(methods -> {
                    methods.clear();
                    methods.add(ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue());
                })
                .subjectTypes(types -> {
                    types.clear();
                    types.add("pairwise");
                })
                .scopes(scopes -> scopes.addAll(SCOPES));
    }

    @Bean
    AuthorizationServerSettings paths(ProviderSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .authorizationEndpoint("/authorize")
                .tokenEndpoint("/token")
                .jwkSetEndpoint("/jwks")
                .oidcUserInfoEndpoint("/userinfo")
                .oidcLogoutEndpoint("/session/end")
                .tokenIntrospectionEndpoint("/token/introspection")
                .tokenRevocationEndpoint("/token/revocation")
                .build();
    }

    @Bean
    RegisteredClientRepository registered(ProviderSettings settings) {
        IdentityProvider.Client client = settings.client();
        var passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        return new InMemoryRegisteredClientRepository(
                RegisteredClient.withId(UUID.randomUUID().toString())
                        .clientId(client.id())
                        .clientSecret(passwords.encode(client.secret()))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(client.redirectUri().toString())
                        .postLogoutRedirectUri(client.signedOutUri().toString())
                        .scopes(scopes -> scopes.addAll(SCOPES))
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .tokenSettings(
                                TokenSettings.builder()
                                        .authorizationCodeTimeToLive(CODE)
                                        .accessTokenTimeToLive(TOKEN)
                                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                                        .build())
                        .build());
    }

    /** Bounded, since the hint of a sign-out is looked up here long after the token is over. */
    @Bean
    OAuth2AuthorizationService authorizations(Clock clock) {
        return new RecentAuthorizations(new InMemoryOAuth2AuthorizationService(), clock);
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(
                new JWKSet(
                        new ECKeyGenerator(Curve.P_256)
                                .keyID(UUID.randomUUID().toString())
                                .generate()));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    Clients clients(ProviderSettings settings, JwtEncoder encoder, Clock clock) {
        return new Clients(settings, encoder, clock);
    }

    @Bean
    UserInfoAnswer userinfo(
            ProviderSettings settings, FictionalPeople people, JwtEncoder encoder, Clock clock) {
        return new UserInfoAnswer(settings, people, encoder, clock);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(ProviderSettings settings) {
        return token -> {
            Chosen person = Objects.requireNonNull(token.getPrincipal());
            String client = token.getRegisteredClient().getClientId();
            token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
            token.getClaims().subject(settings.subjects().subject(client, person.login()));
            if ("id_token".equals(token.getTokenType().getValue())) {
                token.getClaims().claim("acr", person.level());
                token.getClaims().claim("amr", List.of("pwd"));
                token.getClaims()
                        .claims(c ->
                                c.computeIfPresent(
                                        "iat",
                                        (name, at) -> {
                                            c.put("exp", ((Instant) at).plus(TOKEN));
                                            return at;
                                        }));
            }
        };
    }
}
