package fr.cloisonne.identity.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Leads a person to the sign-in page and back to the very request that asked for them. That they
 * were asked is remembered for this request alone, so that one sign-in answers it and no other.
 */
final class SignInAgain {

    private static final String ATTRIBUTE = SignInAgain.class.getName();

    private final RequestCache requests;
    private final Clock clock;

    SignInAgain(RequestCache requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Which request asked, when, and where its answer will go. */
    private record Asked(String query, Instant at, String origin) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    void ask(HttpServletRequest request, HttpServletResponse response, String redirectUri)
            throws IOException {
        URI target = URI.create(redirectUri);
        requests.saveRequest(request, response);
        request.getSession()
                .setAttribute(
                        ATTRIBUTE,
                        new Asked(
                                query(request),
                                clock.instant(),
                                target.getScheme() + "://" + target.getRawAuthority()));
        response.sendRedirect("/sign-in");
    }

    static @Nullable Instant askedAt(HttpServletRequest request) {
        return asked(request.getSession(false))
                .filter(asked -> asked.query().equals(query(request)))
                .map(Asked::at)
                .orElse(null);
    }

    /** Where a form of the sign-in page may lead in the end, since a tool waits for its answer. */
    static Optional<String> origin(@Nullable HttpSession session) {
        return asked(session).map(Asked::origin);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private static Optional<Asked> asked(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Asked asked
                ? Optional.of(asked)
                : Optional.empty();
    }

    /** Spring Security adds a mark of its own to the address that it goes back to. */
    private static String query(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getQueryString(), "")
                .replaceAll("&?continue(?:=[^&]*)?$", "");
    }
}
