package fr.cloisonne.identity.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Reads what a provider signs: RS256 and ES256 with its published keys and nothing else; one
 * decoder a provider, kept with its keys. An ID token is checked for issuer, audience, {@code azp},
 * times ({@code auth_time} too) and level ({@code acr}); a signed userinfo for issuer and audience.
 */
@Component
class ProviderTokens implements JwtDecoderFactory<ClientRegistration> {

    static final Duration SKEW = Duration.ofSeconds(30);

    private static final String SIGNED_OUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final JwtTypeValidator PLAIN = JwtTypeValidator.jwt();
    private static final JwtTypeValidator LOGOUT = new JwtTypeValidator("logout+jwt");

    private final ProviderRegistrations registrations;
    private final ProviderHttp http;
    private final Clock clock;
    private final Map<String, Decoders> kept = new ConcurrentHashMap<>();

    ProviderTokens(ProviderRegistrations registrations, ProviderHttp http, Clock clock) {
        this.registrations = registrations;
        this.http = http;
        this.clock = clock;
    }

    /** What reads the tokens of one registration. */
    private record Decoders(
            ClientRegistration registration,
            JwtDecoder idTokens,
            JwtDecoder userinfos,
            JwtDecoder logouts) {}

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders(registration).idTokens();
    }

    JwtDecoder userinfo(ClientRegistration registration) {
        return decoders(registration).userinfos();
    }

    /** Logout tokens: {@code logout+jwt} and nothing that could be another token. */
    JwtDecoder logout(ClientRegistration registration) {
        return decoders(registration).logouts();
    }

    private Decoders decoders(ClientRegistration registration) {
        return Objects.requireNonNull(
                kept.compute(
                        registration.getRegistrationId(),
                        (id, known) ->
                                known != null && known.registration() == registration
                                        ? known
                                        : made(registration)));
    }

    private Decoders made(ClientRegistration registration) {
        Provider provider = registrations.provider(registration);
        var keys =
                new ProviderKeys(
                        http.client(provider),
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()));
        return new Decoders(
                registration,
                decoder(keys, idToken(provider, registration)),
                decoder(keys, userinfoRules(registration)),
                decoder(keys, logoutRules(registration)));
    }

    private static JwtDecoder decoder(ProviderKeys keys, OAuth2TokenValidator<Jwt> rules) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(keys.source())
                        .jwsAlgorithms(known ->
                                known.addAll(
                                        List.of(
                                                SignatureAlgorithm.RS256,
                                                SignatureAlgorithm.ES256)))
                        // The rules look at the type.
                        .jwtProcessorCustomizer(
                                processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                        .build();
        decoder.setJwtValidator(rules);
        return new KeyedDecoder(decoder, keys);
    }

    private OAuth2TokenValidator<Jwt> idToken(Provider provider, ClientRegistration registration) {
        OidcIdTokenValidator standard = new OidcIdTokenValidator(registration);
        standard.setClockSkew(SKEW);
        return new DelegatingOAuth2TokenValidator<>(
                standard,
                PLAIN,
                this::authenticatedBefore,
                level(new AuthenticationLevel(provider.level())));
    }

    /** Nobody has shown who they are at a time that is yet to come. */
    private OAuth2TokenValidatorResult authenticatedBefore(Jwt token) {
        Instant at = token.getClaimAsInstant("auth_time");
        return at != null && at.isAfter(clock.instant().plus(SKEW))
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("auth-time-ahead"))
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidator<Jwt> level(AuthenticationLevel asked) {
        OAuth2Error tooLow = new OAuth2Error("acr-too-low");
        return token ->
                asked.isMetBy(token.getClaimAsString("acr"))
                        ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(tooLow);
    }

    private OAuth2TokenValidator<Jwt> logoutRules(ClientRegistration provider) {
        return new DelegatingOAuth2TokenValidator<>(
                LOGOUT,
                new JwtTimestampValidator(SKEW),
                userinfoRules(provider),
                this::servesOnce,
                ProviderTokens::namesSomebody,
                ProviderTokens::withoutNonce,
                new JwtClaimValidator<Map<String, Object>>(
                        "events", events -> events != null && events.containsKey(SIGNED_OUT)));
    }

    /** What has no number and no end could be sent again and again. */
    private OAuth2TokenValidatorResult servesOnce(Jwt token) {
        String id = token.getId();
        Instant issued = token.getIssuedAt();
        return id != null
                        && !id.isBlank()
                        && issued != null
                        && !issued.isAfter(clock.instant().plus(SKEW))
                        && token.getExpiresAt() != null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("endless-logout-token"));
    }

    /** A logout token names a person, or a session, or both. */
    private static OAuth2TokenValidatorResult namesSomebody(Jwt token) {
        boolean blank =
                Stream.of("sub", "sid")
                        .map(token::getClaimAsString)
                        .anyMatch(claim -> claim != null && claim.isBlank());
        return blank || (!token.hasClaim("sub") && !token.hasClaim("sid"))
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("nobody-in-logout-token"))
                : OAuth2TokenValidatorResult.success();
    }

    /** An ID token must not pass for a logout token: the first has a nonce, the second never. */
    private static OAuth2TokenValidatorResult withoutNonce(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("nonce-in-logout-token"))
                : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidator<Jwt> userinfoRules(ClientRegistration provider) {
        String issuer = Objects.requireNonNull(provider.getProviderDetails().getIssuerUri());
        return new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        "aud",
                        audience -> audience != null && audience.contains(provider.getClientId())));
    }
}
