package fr.cloisonne.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where every failed sign-in ends: on the sign-in page, with a code of a fixed set that the page
 * has words for, and a row in the service's chain.
 */
@Component
public class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailure.class);

    private final RefusedSignIns refused;

    SignInFailure(RefusedSignIns refused) {
        this.refused = refused;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        String code = reason(failure);
        LOG.debug("Sign-in refused: {}", code, failure);
        refused.first(
                code,
                LocalSignIn.account(failure.getAuthenticationRequest()),
                Objects.requireNonNullElse(request.getRemoteAddr(), ""));
        response.sendRedirect(page(request, code));
    }

    /** Keeps the link that was under way, so that a mistyped password does not undo it. */
    private static String page(HttpServletRequest request, String code) {
        var page = UriComponentsBuilder.fromPath("/sign-in").queryParam("error", code);
        String link = request.getParameter("link");
        if (link != null && link.matches("[A-Za-z0-9_-]{22,64}")) {
            page.queryParam("link", link);
        }
        return page.toUriString();
    }

    /**
     * Why a sign-in failed, as a code of the fixed set.
     *
     * @param failure what happened
     * @return the code
     */
    public static String reason(AuthenticationException failure) {
        return switch (failure) {
            case SlowDownException slow -> "slow-down";
            case OAuth2AuthenticationException refused when levelTooLow(refused) -> "acr-too-low";
            case OAuth2AuthenticationException refused -> oauth(refused.getError().getErrorCode());
            default -> "bad-credentials";
        };
    }

    private static boolean levelTooLow(OAuth2AuthenticationException refused) {
        return refused.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().stream()
                        .anyMatch(error -> "acr-too-low".equals(error.getErrorCode()));
    }

    private static String oauth(String error) {
        return switch (error) {
            case "access_denied" -> "denied";
            case "authorization_request_not_found", "invalid_state_parameter" -> "state-mismatch";
            case "acr-too-low", "userinfo-invalid", "provider-unavailable" -> error;
            case "invalid_client", "unauthorized_client" -> "client-refused";
            case "invalid_token_response", "server_error", "temporarily_unavailable" ->
                    "provider-unavailable";
            default -> "token-invalid";
        };
    }
}
