package fr.cloisonne.identity.signin;

import jakarta.servlet.http.HttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/** Puts the look at the session before everything else in a security chain. */
@Component
public class SignedInChain {

    private final SignedInSessions sessions;
    private final SessionEnding ending;

    SignedInChain(SignedInSessions sessions, SessionEnding ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    /**
     * Ends the row when the person signs out.
     *
     * @return runs before the HTTP session is gone
     */
    public LogoutHandler signOut() {
        return (request, response, person) -> {
            HttpSession session = request.getSession(false);
            if (session != null) {
                ending.leave(session, SessionEnd.SIGNED_OUT);
            }
        };
    }

    /**
     * Adds it.
     *
     * @param security the chain
     */
    public void configure(HttpSecurity security) {
        security.addFilterBefore(
                new SignedInGuard(sessions, ending), SecurityContextHolderFilter.class);
        security.addFilterAfter(new DestinationAsked(), SecurityContextHolderFilter.class);
    }
}
