package fr.cloisonne.identity.provider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each request is answered by a choice of its own, as FranceConnect's forced {@code prompt=login}:
 * who signed in a minute ago is asked again. The choice is remembered for the one request it was
 * made for, so that two tabs do not mix.
 */
final class ChoiceForEach extends OncePerRequestFilter {

    static final String ANSWERED = ChoiceForEach.class.getName();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"/authorize".equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        boolean answered =
                session != null
                        && Objects.equals(session.getAttribute(ANSWERED), request.getQueryString());
        if (answered) {
            session.removeAttribute(ANSWERED);
        } else {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    /** Leads to the choice, with the request that it answers. */
    static void ask(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException nobody)
            throws IOException {
        if ("/authorize".equals(request.getServletPath()) && request.getQueryString() != null) {
            response.sendRedirect(
                    ProviderSettings.ROOT + "/interaction?" + request.getQueryString());
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
