package fr.cloisonne.identity.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;

/** A machine that asks for no scope in particular gets those of its connection. */
final class AllScopes implements AuthenticationProvider {

    private final AuthenticationProvider issuing;

    AllScopes(AuthenticationProvider issuing) {
        this.issuing = issuing;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        var request = (OAuth2ClientCredentialsAuthenticationToken) asked;
        return issuing.authenticate(
                request.getScopes().isEmpty()
                                && request.getPrincipal()
                                        instanceof OAuth2ClientAuthenticationToken client
                                && client.getRegisteredClient() != null
                        ? new OAuth2ClientCredentialsAuthenticationToken(
                                client,
                                client.getRegisteredClient().getScopes(),
                                request.getAdditionalParameters())
                        : request);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return issuing.supports(kind);
    }
}
