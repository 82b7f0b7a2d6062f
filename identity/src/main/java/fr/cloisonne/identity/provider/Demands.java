package fr.cloisonne.identity.provider;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** What FranceConnect asks of a request beyond the standard: state, a long nonce, a known level. */
final class Demands implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final int NONCE = 22;

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        Object nonce = request.getAdditionalParameters().get("nonce");
        Object level = request.getAdditionalParameters().get("acr_values");
        if (request.getState() == null || request.getState().isBlank()) {
            throw refused("state is required", request);
        }
        if (!(nonce instanceof String text) || text.length() < NONCE) {
            throw refused("nonce of 22 characters or more is required", request);
        }
        if (!known(level)) {
            throw refused("acr_values is required: eidas1, eidas2 or eidas3", request);
        }
    }

    private static boolean known(@Nullable Object level) {
        return level instanceof String text && Chosen.LEVELS.contains(text);
    }

    /** Told to the client at its registered address, which was checked before. */
    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String why, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error("invalid_request", why, null), request);
    }
}
