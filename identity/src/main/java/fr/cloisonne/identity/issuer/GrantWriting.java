package fr.cloisonne.identity.issuer;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Component;

/** What of an authorization is kept. */
@Component
class GrantWriting {

    /** How long a request may wait for the person, at the sign-in page or that of consent. */
    private static final Duration WAITING = Duration.ofMinutes(10);

    /** An ID token is shown again at sign-out, long after it is over. */
    private static final Duration HINT = Duration.ofDays(1);

    private static final Map<Class<? extends OAuth2Token>, TokenKind> KINDS =
            Map.of(
                    OAuth2AuthorizationCode.class, TokenKind.CODE,
                    OAuth2AccessToken.class, TokenKind.ACCESS,
                    OAuth2RefreshToken.class, TokenKind.REFRESH,
                    OidcIdToken.class, TokenKind.ID);

    private final Clock clock;

    GrantWriting(Clock clock) {
        this.clock = clock;
    }

    Grant grant(OAuth2Authorization authorization) {
        Long version = authorization.getAttribute(Authorizations.VERSION);
        OAuth2AuthorizationRequest request =
                authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        List<IssuedToken> tokens = tokens(authorization);
        return new Grant(
                UUID.fromString(authorization.getId()),
                UUID.fromString(authorization.getRegisteredClientId()),
                "",
                person(authorization),
                authorization.getAuthorizationGrantType().getValue(),
                authorization.getAuthorizedScopes(),
                request == null ? null : AskedFor.json(request),
                version == null ? 0 : version,
                end(tokens),
                tokens);
    }

    /** A machine acts as itself; a person must be one of ours. */
    private static @Nullable PersonAtIssuer person(OAuth2Authorization authorization) {
        Object principal = authorization.getAttribute(Principal.class.getName());
        if (principal == null || principal instanceof PersonAtIssuer) {
            return (PersonAtIssuer) principal;
        }
        throw new IllegalStateException("Not a person with an account here");
    }

    private List<IssuedToken> tokens(OAuth2Authorization authorization) {
        List<IssuedToken> tokens = new ArrayList<>();
        KINDS.forEach((type, kind) -> {
            var token = authorization.getToken(type);
            if (token != null) {
                tokens.add(issued(token, kind));
            }
        });
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            Instant now = clock.instant();
            tokens.add(
                    new IssuedToken(
                            TokenHash.ofOurs(state),
                            TokenKind.STATE,
                            now,
                            now.plus(WAITING),
                            false,
                            null));
        }
        return tokens;
    }

    private static IssuedToken issued(OAuth2Authorization.Token<?> token, TokenKind kind) {
        OAuth2Token value = token.getToken();
        boolean told = kind == TokenKind.ID || kind == TokenKind.ACCESS;
        return new IssuedToken(
                TokenHash.ofOurs(value.getTokenValue()),
                kind,
                Objects.requireNonNull(value.getIssuedAt()),
                Objects.requireNonNull(value.getExpiresAt()),
                token.isInvalidated(),
                told && token.getClaims() != null ? Claims.plain(token.getClaims()) : null);
    }

    private static Instant end(List<IssuedToken> tokens) {
        return tokens.stream()
                .map(token ->
                        token.kind() == TokenKind.ID
                                ? token.expiresAt().plus(HINT)
                                : token.expiresAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
