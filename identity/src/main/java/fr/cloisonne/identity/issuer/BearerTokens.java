package fr.cloisonne.identity.issuer;

import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Recognises the bearer of an access token of ours; any other issuer's is refused. */
final class BearerTokens implements AuthenticationManager {

    private final AccessTokens tokens;

    BearerTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication bearer) {
        String value = ((BearerTokenAuthenticationToken) bearer).getToken();
        AccessToken token =
                tokens.read(value)
                        .orElseThrow(
                                () -> new InvalidBearerTokenException("Not a token that counts"));
        return new BearerTokenAuthentication(
                new DefaultOAuth2AuthenticatedPrincipal(
                        token.clientId(), Map.of("client_id", token.clientId()), List.of()),
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        value,
                        token.issuedAt(),
                        token.expiresAt(),
                        token.scopes()),
                List.of());
    }
}
