package fr.cloisonne.identity.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Refuses a client (RFC 6749 §5.2): 401, with the challenge where it came by that header, 429 where
 * it has failed too often. Which part was wrong, the client or its secret, is not told.
 */
final class ClientRefusal implements AuthenticationFailureHandler {

    private static final String LONGEST_WAIT = "60";

    private final OAuth2ErrorHttpMessageConverter errors = new OAuth2ErrorHttpMessageConverter();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        SecurityContextHolder.clearContext();
        OAuth2Error error = ((OAuth2AuthenticationException) failure).getError();
        var answer = new ServletServerHttpResponse(response);
        if (GuessLimit.SLOW_DOWN.equals(error.getDescription())) {
            answer.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            answer.getHeaders().set(HttpHeaders.RETRY_AFTER, LONGEST_WAIT);
        } else if (OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode())) {
            answer.setStatusCode(HttpStatus.UNAUTHORIZED);
            if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
                answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth2\"");
            }
            error = new OAuth2Error(error.getErrorCode(), "Client authentication failed", null);
        } else {
            answer.setStatusCode(HttpStatus.BAD_REQUEST);
        }
        errors.write(error, null, answer);
    }
}
