package fr.cloisonne.identity.federation;

import fr.cloisonne.tenancy.value.FirmShortName;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The sign-in address of each firm, {@code /f/{firm}}: the sign-in page, with that firm's providers
 * first while this visit lasts. Any name leads there, and none says whether there is such a firm.
 */
final class FirmDoor extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("/f/([a-z0-9-]{3,30})/?");
    private static final String ATTRIBUTE = FirmDoor.class.getName();

    /** At which firm's door a visitor stands. */
    static Optional<FirmShortName> in(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String name
                ? FirmShortName.tryParse(name)
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches() || !"GET".equals(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (SignedInHere.person().isPresent()) {
            response.sendRedirect("/");
        } else {
            request.getSession().setAttribute(ATTRIBUTE, address.group(1));
            response.sendRedirect("/sign-in");
        }
    }
}
