package fr.cloisonne.identity.federation;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.client.ResponseErrorHandler;

/**
 * What a token endpoint says when it gives none. A 401 is its refusal of our own credentials (RFC
 * 6749 §5.2), whatever its body, which the framework would take for a failure of the network.
 */
final class TokenRefusal implements ResponseErrorHandler {

    private final ResponseErrorHandler told = new OAuth2ErrorResponseErrorHandler();

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return told.hasError(response);
    }

    @Override
    public void handleError(URI address, HttpMethod method, ClientHttpResponse response)
            throws IOException {
        if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            throw new OAuth2AuthorizationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
        }
        told.handleError(address, method, response);
    }
}
