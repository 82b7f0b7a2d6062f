package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.signin.SignInThrottle;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Makes guessing a client's secret slow, for that client from that address alone, so that nobody
 * can shut a firm's machine out from elsewhere.
 */
final class GuessLimit implements AuthenticationProvider {

    static final String SLOW_DOWN = "Too many failures from here: wait a minute at most";

    private final AuthenticationProvider proof;
    private final SignInThrottle throttle;

    GuessLimit(AuthenticationProvider proof, SignInThrottle throttle) {
        this.proof = proof;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String client = "client " + attempt.getName();
        String address = address(attempt);
        if (throttle.mustWait(client, address)) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, SLOW_DOWN, null));
        }
        try {
            Authentication proven = proof.authenticate(attempt);
            if (proven != null) {
                throttle.succeeded(client, address);
            }
            return proven;
        } catch (OAuth2AuthenticationException wrong) {
            if (OAuth2ErrorCodes.INVALID_CLIENT.equals(wrong.getError().getErrorCode())) {
                throttle.failed(client, address);
            }
            throw wrong;
        }
    }

    private static String address(Authentication attempt) {
        return attempt instanceof OAuth2ClientAuthenticationToken
                        && attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }

    @Override
    public boolean supports(Class<?> kind) {
        return proof.supports(kind);
    }
}
