package fr.cloisonne.identity.federation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a provider says that a person has signed out there (OpenID Connect Back-Channel Logout
 * 1.0): the session that it names ends, on whichever node it is, or all that it opened for the
 * person. The logout token alone is the authority, and serves once; an answer tells nothing about
 * who is signed in.
 */
final class BackChannelSignOut extends OncePerRequestFilter {

    static final String PATH = "/logout/connect/back-channel/";

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelSignOut.class);

    private final ProviderRegistrations registrations;
    private final ProviderTokens tokens;
    private final LogoutTokens overs;

    BackChannelSignOut(
            ProviderRegistrations registrations, ProviderTokens tokens, LogoutTokens overs) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.overs = overs;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(end(request));
    }

    private int end(HttpServletRequest request) {
        String token = request.getParameter("logout_token");
        if (!"POST".equals(request.getMethod()) || token == null) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        try {
            String id = request.getRequestURI().substring(PATH.length());
            ClientRegistration provider = registrations.findByRegistrationId(id);
            if (provider == null || !registrations.provider(provider).signOut().backChannel()) {
                return HttpServletResponse.SC_BAD_REQUEST;
            }
            Jwt over = tokens.logout(provider).decode(token);
            String issuer = Objects.requireNonNull(provider.getProviderDetails().getIssuerUri());
            return overs.serve(issuer, over)
                    ? HttpServletResponse.SC_OK
                    : HttpServletResponse.SC_BAD_REQUEST;
        } catch (JwtException invalid) {
            LOG.warn("A logout token is refused: {}", invalid.getMessage());
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (ProviderUnavailableException down) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}
