package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.signin.SessionEnding;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a provider's sign-out page calls, from within the person's browser (OpenID Connect
 * Front-Channel Logout 1.0). It names issuer and session; that session here ends, on whichever node
 * it is, with or without our cookie, which browsers keep back there. The answer tells nothing.
 */
final class FrontChannelSignOut extends OncePerRequestFilter {

    static final String PATH = "/logout/connect/front-channel/";

    private final Providers providers;
    private final SessionEnding sessions;

    FrontChannelSignOut(Providers providers, SessionEnding sessions) {
        this.providers = providers;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String session = request.getParameter("sid");
        Optional<Provider> provider =
                providers
                        .live(request.getRequestURI().substring(PATH.length()))
                        .filter(one -> one.signOut().frontChannel())
                        .filter(one -> one.issuer().equals(request.getParameter("iss")));
        if (provider.isPresent() && session != null && !session.isBlank()) {
            sessions.endByProvider(provider.get().issuer(), null, session);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(HttpServletResponse.SC_OK);
    }
}
