package fr.cloisonne.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a browser that comes over plain HTTP from another machine: a password must not travel in
 * clear, and the session cookie would not come back; so a page says why, and the two ways out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PlainHttpGuard extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.isSecure() || fromThisMachine(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.UPGRADE_REQUIRED.value());
        response.setHeader(HttpHeaders.UPGRADE, "TLS/1.2, HTTP/1.1");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(page(request.getLocale()));
    }

    private static boolean fromThisMachine(HttpServletRequest request) {
        // The container gives a literal address: no name is looked up here.
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static byte[] page(Locale locale) throws IOException {
        String language = "en".equals(locale.getLanguage()) ? "en" : "fr";
        String path = "pages/plain-http." + language + ".html";
        try (var page = PlainHttpGuard.class.getClassLoader().getResourceAsStream(path)) {
            return Objects.requireNonNull(page, path).readAllBytes();
        }
    }
}
