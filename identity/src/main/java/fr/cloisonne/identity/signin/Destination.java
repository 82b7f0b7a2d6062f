package fr.cloisonne.identity.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The page that a person wants once they are in. It is kept where a refused page keeps itself, in
 * the session, so that activation, linking, a provider and a second factor leave it alone, in
 * whatever order they come. Only pages of ours can be one, and none of those that sign in or out,
 * nor any whose address holds the secret of a mail: it is kept in rows and travels in addresses.
 *
 * @param path with its query
 */
public record Destination(String path) {

    /** Of an address: the page to go to. */
    public static final String PARAMETER = "to";

    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";
    private static final int LONGEST = 2000;
    private static final Pattern DOORS =
            Pattern.compile(
                    "/(?:oauth2|login|logout|sign-in|activate|reset|recover|recovery|register|address|operator/join)\\b.*");

    /** Spring Security adds a mark of its own to the address that it goes back to. */
    private static final Pattern MARK = Pattern.compile("[?&]continue(?:=[^&]*)?$");

    /**
     * The end of an address that names the page.
     *
     * @param page a path of ours
     * @return begins with a question mark; empty if that page cannot be one
     */
    public static String parameter(String page) {
        return tryParse(page)
                .map(one -> "?" + PARAMETER + "=" + URLEncoder.encode(one.path(), UTF_8))
                .orElse("");
    }

    /**
     * The page that an address names.
     *
     * @param request of that address
     * @return nothing if it names none that may be one
     */
    public static Optional<Destination> of(HttpServletRequest request) {
        return tryParse(request.getParameter(PARAMETER));
    }

    /**
     * The page that was asked for in the session of the request that this thread answers.
     *
     * @return nothing if none was, and outside a request
     */
    public static Optional<Destination> ofThisSession() {
        RequestAttributes here = RequestContextHolder.getRequestAttributes();
        Object saved =
                here == null
                        ? null
                        : here.getAttribute(SAVED_REQUEST, RequestAttributes.SCOPE_SESSION);
        return saved instanceof SavedRequest asked && "GET".equals(asked.getMethod())
                ? tryParse(path(asked.getRedirectUrl()))
                : Optional.empty();
    }

    private static String path(String address) {
        return MARK.matcher(address.replaceFirst("^https?://[^/]*", "")).replaceFirst("");
    }

    /**
     * A path of ours, and nothing that a browser could read as another site.
     *
     * @param text as somebody else says it
     * @return nothing if it is anything else
     */
    public static Optional<Destination> tryParse(@Nullable String text) {
        if (text == null
                || text.length() > LONGEST
                || !text.matches("/[\\x21-\\x7e&&[^\\\\]]*")
                || text.startsWith("//")) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            boolean ours = address.getScheme() == null && address.getRawAuthority() == null;
            return ours
                            && plain(address.getPath())
                            && plain(address.getRawPath())
                            && !holdsSecret(address.getQuery())
                    ? Optional.of(new Destination(text))
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The secret of a mail stands in the parameter {@code t}. */
    private static boolean holdsSecret(@Nullable String query) {
        return query != null && ("&" + query).contains("&t=");
    }

    /** A page, without an empty step, or one that leads back. */
    private static boolean plain(String path) {
        return path.equals("/")
                || (!path.concat("/").matches("(?s).*/\\.{0,2}/.*")
                        && !DOORS.matcher(path).matches());
    }

    /**
     * Keeps it in the session of a request.
     *
     * @param request whose session goes there after the sign-in
     */
    public void keep(HttpServletRequest request) {
        request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(path));
    }
}
