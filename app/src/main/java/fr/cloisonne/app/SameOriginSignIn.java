package fr.cloisonne.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The forms of sign-in carry no token against forgery (Vaadin exempts them), so a form that comes
 * from another site is told by what browsers say of it: {@code Sec-Fetch-Site}, or else {@code
 * Origin}.
 */
final class SameOriginSignIn extends OncePerRequestFilter {

    /** Read as the filters that sign in read an address: a character in disguise is the same. */
    private final RequestMatcher forms =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in/**");

    private final String origin;

    SameOriginSignIn(URI baseUrl) {
        this.origin = baseUrl.toString();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !forms.matches(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (fromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/sign-in?error=state-mismatch");
        }
    }

    private boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String sender = request.getHeader("Origin");
        return site != null ? site.equals("same-origin") : sender == null || sender.equals(origin);
    }
}
