package fr.cloisonne.identity.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/** A client learns of its own tokens; another's is to it as one that never was. */
final class OwnTokens implements AuthenticationProvider {

    private final AuthenticationProvider introspection;

    OwnTokens(AuthenticationProvider introspection) {
        this.introspection = introspection;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        Authentication answer = introspection.authenticate(asked);
        if (answer instanceof OAuth2TokenIntrospectionAuthenticationToken told
                && asked.getPrincipal() instanceof Authentication client
                && told.getTokenClaims().isActive()
                && !client.getName().equals(told.getTokenClaims().getClientId())) {
            return new OAuth2TokenIntrospectionAuthenticationToken(
                    told.getToken(), client, OAuth2TokenIntrospection.builder().build());
        }
        return answer;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return introspection.supports(kind);
    }
}
