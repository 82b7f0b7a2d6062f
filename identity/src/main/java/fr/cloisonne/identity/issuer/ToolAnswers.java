package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a tool hears by way of the browser; every answer names its issuer (RFC 9207). Who is not
 * signed in is led to the sign-in page; a tool that is unknown, or wants its answer elsewhere,
 * hears nothing, and the person reads why.
 */
final class ToolAnswers {

    private final String issuer;
    private final SignInAgain signIn;
    private final AuditTrail audit;

    ToolAnswers(String issuer, SignInAgain signIn, AuditTrail audit) {
        this.issuer = issuer;
        this.signIn = signIn;
        this.audit = audit;
    }

    void granted(HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException {
        var code = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
        SignInAgain.forget(request);
        if (code.getPrincipal() instanceof PersonAtIssuer person) {
            audit.recordInService(
                    person.id(), "tool.entered", Map.of("client", code.getClientId()));
        }
        Map<String, @Nullable String> answer = new LinkedHashMap<>();
        answer.put("code", Objects.requireNonNull(code.getAuthorizationCode()).getTokenValue());
        send(response, code, answer);
    }

    void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked =
                failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refusal
                        ? refusal.getAuthorizationCodeRequestAuthentication()
                        : null;
        if (asked == null || asked.getRedirectUri() == null) {
            response.sendRedirect("/oauth2/refused");
            return;
        }
        OAuth2Error error =
                ((OAuth2AuthorizationCodeRequestAuthenticationException) failure).getError();
        if (nobodyIsHere(error) || RequestRules.SIGN_IN_AGAIN.equals(error.getErrorCode())) {
            signIn.ask(request, response, asked.getRedirectUri());
            return;
        }
        SignInAgain.forget(request);
        Map<String, @Nullable String> answer = new LinkedHashMap<>();
        answer.put("error", error.getErrorCode());
        answer.put("error_description", error.getDescription());
        send(response, asked, answer);
    }

    private static boolean nobodyIsHere(OAuth2Error error) {
        return OAuth2ErrorCodes.INVALID_REQUEST.equals(error.getErrorCode())
                && "OAuth 2.0 Parameter: principal".equals(error.getDescription());
    }

    private void send(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            Map<String, @Nullable String> answer)
            throws IOException {
        answer.put("state", request.getState());
        answer.put("iss", issuer);
        var target =
                UriComponentsBuilder.fromUriString(
                        Objects.requireNonNull(request.getRedirectUri()));
        Map<String, Object> values = new LinkedHashMap<>();
        answer.forEach((name, value) -> {
            if (value != null) {
                target.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        response.sendRedirect(target.encode().buildAndExpand(values).toUriString());
    }
}
