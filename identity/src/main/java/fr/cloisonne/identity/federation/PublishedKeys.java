package fr.cloisonne.identity.federation;

import com.nimbusds.jose.jwk.JWKSet;
import fr.cloisonne.tenancy.value.FirmId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where providers read the keys by which we prove ourselves to them ({@code jwks_uri}): public
 * halves alone, for anybody, to be kept for a while.
 */
final class PublishedKeys extends OncePerRequestFilter {

    private final ClientKeys keys;

    PublishedKeys(ClientKeys keys) {
        this.keys = keys;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals(ClientKeys.PATH) && !path.startsWith(ClientKeys.PATH + "/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<JWKSet> published =
                HttpMethod.GET.matches(request.getMethod())
                        ? published(request.getRequestURI())
                        : Optional.empty();
        if (published.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = published.get().toString(true).getBytes(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(keys.keptFor()).cachePublic().getHeaderValue());
        response.setContentType(JWKSet.MIME_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Optional<JWKSet> published(String path) {
        return path.equals(ClientKeys.PATH)
                ? keys.published(null)
                : firm(path.substring(ClientKeys.PATH.length() + 1)).flatMap(keys::published);
    }

    private static Optional<FirmId> firm(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new FirmId(id)) : Optional.empty();
        } catch (IllegalArgumentException no) {
            return Optional.empty();
        }
    }
}
