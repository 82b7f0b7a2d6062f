package fr.cloisonne.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks before every request, and so before every act of a page, whether its session lasts. One that
 * is over is closed, open pages with it; the request goes on as anybody's, which ends at the
 * sign-in page, and that page says why.
 */
final class SignedInGuard extends OncePerRequestFilter {

    /** What an open page sends by itself does not count as somebody being there. */
    private static final Set<String> BY_ITSELF = Set.of("heartbeat", "push");

    private final SignedInSessions sessions;
    private final SessionEnding ending;

    SignedInGuard(SignedInSessions sessions, SessionEnding ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && claims(session)) {
            SessionEnd over = sessions.check(session);
            if (over != null) {
                ending.leave(session, over);
                SignedInSessions.empty(session, over);
            } else if (!BY_ITSELF.contains(kind(request))) {
                sessions.seen(session);
            }
        }
        chain.doFilter(request, response);
    }

    /** A person without a row, or a row without a person: both must be looked at. */
    private static boolean claims(HttpSession session) {
        Object context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return SignedInKey.in(session).isPresent()
                || (context instanceof SecurityContext person
                        && person.getAuthentication() != null);
    }

    private static String kind(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return query == null || !query.contains("v-r=")
                ? ""
                : query.replaceFirst("(?:.*&)?v-r=", "").replaceFirst("&.*", "");
    }
}
