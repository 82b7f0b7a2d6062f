package fr.cloisonne.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers to the client by the browser; each names its issuer (RFC 9207), errors too. */
final class Answers {

    private final URI issuer;
    private final Clients clients;

    Answers(URI issuer, Clients clients) {
        this.issuer = issuer;
        this.clients = clients;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException {
        var code = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
        clients.served(request.getSession(), ((Chosen) code.getPrincipal()).login());
        String value = Objects.requireNonNull(code.getAuthorizationCode()).getTokenValue();
        redirect(response, code, "code", value, null);
    }

    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused) {
            var asked = refused.getAuthorizationCodeRequestAuthentication();
            if (asked != null && asked.getRedirectUri() != null) {
                OAuth2Error error = refused.getError();
                redirect(response, asked, "error", error.getErrorCode(), error.getDescription());
                return;
            }
        }
        // Not a client of ours, or not its address: nobody is sent there.
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private void redirect(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            String kind,
            String value,
            @Nullable String description)
            throws IOException {
        var target =
                UriComponentsBuilder.fromUriString(Objects.requireNonNull(request.getRedirectUri()))
                        .queryParam(kind, "{value}")
                        .queryParam("iss", "{issuer}");
        if (description != null) {
            target.queryParam("error_description", "{description}");
        }
        if (request.getState() != null) {
            target.queryParam("state", "{state}");
        }
        var values = new HashMap<String, Object>();
        values.put("value", value);
        values.put("issuer", issuer);
        values.put("description", description);
        values.put("state", request.getState());
        response.sendRedirect(target.encode().buildAndExpand(values).toUriString());
    }
}
