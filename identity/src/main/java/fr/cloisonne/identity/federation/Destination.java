package fr.cloisonne.identity.federation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that a person wants once they are in. It is kept where a refused page keeps itself, in
 * the session, so that activation, linking, a provider and a second factor leave it alone, in
 * whatever order they come. Only pages of ours can be one.
 *
 * @param path with its query
 */
record Destination(String path) {

    private static final String PARAMETER = "to";
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";
    private static final int LONGEST = 2000;

    /** The end of an address that names the page. */
    static String parameter(String page) {
        return "?" + PARAMETER + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    static Optional<Destination> of(HttpServletRequest request) {
        return tryParse(request.getParameter(PARAMETER));
    }

    /** A path of ours, and nothing that a browser could read as another site. */
    static Optional<Destination> tryParse(@Nullable String text) {
        if (text == null
                || text.length() > LONGEST
                || !text.matches("/[\\x21-\\x7e&&[^\\\\]]*")
                || text.startsWith("//")) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            boolean ours = address.getScheme() == null && address.getRawAuthority() == null;
            return ours && plain(address.getRawPath())
                    ? Optional.of(new Destination(text))
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Without an empty step, or one that leads back. */
    private static boolean plain(String path) {
        return path.equals("/") || !path.concat("/").matches(".*/\\.{0,2}/.*");
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(path));
    }
}
