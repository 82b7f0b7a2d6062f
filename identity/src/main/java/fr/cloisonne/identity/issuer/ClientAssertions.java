package fr.cloisonne.identity.issuer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a client signs to prove itself (RFC 7523): with a key that it gave us, for this issuer
 * and no other, for a few minutes, once.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256, SignatureAlgorithm.PS256);

    private final UsedAssertions used;
    private final IssuerAddress address;
    private final Clock clock;

    ClientAssertions(UsedAssertions used, IssuerAddress address, Clock clock) {
        this.used = used;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<SecurityContext>(keys(client)))
                        .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                        .build();
        decoder.setJwtValidator(rules(client.getClientId()));
        // The last rule of all: only what holds in every other way is used up.
        return token -> once(client.getClientId(), decoder.decode(token));
    }

    private static JWKSet keys(RegisteredClient client) {
        List<String> texts =
                Objects.requireNonNull(
                        client.getClientSettings().getSetting(RegisteredClients.KEYS));
        List<JWK> keys = new ArrayList<>();
        try {
            for (String text : texts) {
                keys.add(JWK.parse(text));
            }
        } catch (ParseException altered) {
            throw new IllegalStateException(altered);
        }
        return new JWKSet(keys);
    }

    private OAuth2TokenValidator<Jwt> rules(String client) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<Object>(
                        "iss", issuer -> issuer != null && client.equals(issuer.toString())),
                new JwtClaimValidator<String>("sub", client::equals),
                new JwtClaimValidator<List<String>>("aud", this::forUs),
                new JwtClaimValidator<String>("jti", id -> id != null && !id.isBlank()),
                this::shortLived);
    }

    private boolean forUs(List<String> audience) {
        return audience != null
                && audience.size() == 1
                && address.audiences().contains(audience.getFirst());
    }

    private OAuth2TokenValidatorResult shortLived(Jwt assertion) {
        Instant end = assertion.getExpiresAt();
        boolean soon = end != null && !end.isAfter(clock.instant().plus(LONGEST).plus(SKEW));
        return soon
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "exp is missing or too far ahead", null));
    }

    private Jwt once(String client, Jwt assertion) {
        Instant until = Objects.requireNonNull(assertion.getExpiresAt()).plus(SKEW).plus(SKEW);
        if (!used.first(client, Objects.requireNonNull(assertion.getId()), until)) {
            throw new BadJwtException("The assertion has served before");
        }
        return assertion;
    }
}
