package fr.cloisonne.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The sign-in page by an address that names the page to go to afterwards, as a mail knows it. */
final class DestinationAsked extends OncePerRequestFilter {

    private static final String PAGE = "/sign-in";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PAGE) || !"GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Destination.of(request).ifPresent(page -> page.keep(request));
        chain.doFilter(request, response);
    }
}
