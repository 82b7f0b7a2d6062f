package fr.cloisonne.identity.issuer;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.signin.Factor;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says to the issuer who is at the browser: a person with an account here and a session that lasts,
 * or nobody. Whatever else a session might hold, the issuer does not vouch for it.
 */
final class PeopleAtIssuer extends OncePerRequestFilter {

    private final SignedInSessions sessions;

    PeopleAtIssuer(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Authentication here = SecurityContextHolder.getContext().getAuthentication();
        if (here != null && here.getPrincipal() instanceof SignedInPerson person) {
            sessions.in(request.getSession(false))
                    .filter(session -> session.person().equals(person.id()))
                    .ifPresent(session -> context.setAuthentication(vouched(session, request)));
        }
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static PersonAtIssuer vouched(SignedInSession session, HttpServletRequest request) {
        return new PersonAtIssuer(
                session.person(),
                session.id().value(),
                session.provenAt(),
                methods(session.factors()),
                SignInAgain.askedAt(request));
    }

    /** In the words of RFC 8176. */
    private static List<String> methods(Set<Factor> factors) {
        List<String> methods = new ArrayList<>();
        if (factors.contains(Factor.PASSWORD)) {
            methods.add("pwd");
        }
        if (factors.contains(Factor.TOTP) || factors.contains(Factor.RECOVERY_CODE)) {
            methods.add("otp");
        }
        if (factors.contains(Factor.PASSKEY)) {
            methods.add("pop");
        }
        // A passkey is asked for with the device's own check of its holder.
        if (factors.contains(Factor.PASSKEY) || factors.size() > 1) {
            methods.add("mfa");
        }
        return methods;
    }
}
