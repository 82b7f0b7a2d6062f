package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.signin.Destination;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the two addresses of federated sign-in. A provider that does not answer ends on the
 * sign-in page, within the time that one sign-in has; an answer of another issuer (RFC 9207), or
 * without the issuer where the provider promises it, goes no further.
 */
final class ProviderAnswerCheck extends OncePerRequestFilter {

    static final String START = "/oauth2/authorization/";
    static final String ANSWER = "/login/oauth2/code/";

    private final ProviderRegistrations registrations;
    private final Clock clock;
    private final HttpSessionOAuth2AuthorizationRequestRepository pending =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    ProviderAnswerCheck(ProviderRegistrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(START) && !path.startsWith(ANSWER);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(ProviderHttp.DEADLINE, clock.instant().plus(ProviderHttp.SIGN_IN))
                    .call(() -> {
                        check(request, response, chain);
                        return null;
                    });
        } catch (ProviderUnavailableException down) {
            response.sendRedirect("/sign-in?error=provider-unavailable");
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private void check(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        ClientRegistration provider =
                registrations.findByRegistrationId(path.substring(path.lastIndexOf('/') + 1));
        if (provider == null) {
            response.sendRedirect("/sign-in?error=provider-unknown");
        } else if (path.startsWith(ANSWER)
                && (foreign(request, provider) || askedOfAnother(request, provider))) {
            response.sendRedirect("/sign-in?error=token-invalid");
        } else {
            if (path.startsWith(START)) {
                Destination.of(request).ifPresent(page -> page.keep(request));
            }
            chain.doFilter(request, response);
        }
    }

    /**
     * A provider that sends people on to another one would be sent that one's code: the answer must
     * come in at the address of the provider that was asked.
     */
    private boolean askedOfAnother(HttpServletRequest request, ClientRegistration provider) {
        OAuth2AuthorizationRequest asked = pending.loadAuthorizationRequest(request);
        return asked != null
                && !provider.getRegistrationId()
                        .equals(asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
    }

    private static boolean foreign(HttpServletRequest request, ClientRegistration provider) {
        String issuer = request.getParameter("iss");
        var details = provider.getProviderDetails();
        Object promised =
                details.getConfigurationMetadata()
                        .get("authorization_response_iss_parameter_supported");
        return issuer == null
                ? Boolean.TRUE.equals(promised)
                : !Objects.equals(issuer, details.getIssuerUri());
    }
}
