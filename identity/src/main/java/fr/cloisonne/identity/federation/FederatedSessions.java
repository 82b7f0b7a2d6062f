package fr.cloisonne.identity.federation;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which sessions here a provider's person opened, so that the provider can end them. */
@Component
class FederatedSessions implements HttpSessionListener {

    private final Map<HttpSession, Person> sessions = new ConcurrentHashMap<>();

    /** Somebody at a provider. */
    private record Person(String issuer, String sub) {}

    void opened(HttpSession session, String issuer, String sub) {
        sessions.put(session, new Person(issuer, sub));
    }

    void forget(HttpSession session) {
        sessions.remove(session);
    }

    void end(String issuer, String sub) {
        Person person = new Person(issuer, sub);
        Set<HttpSession> theirs = ConcurrentHashMap.newKeySet();
        sessions.forEach((session, whose) -> {
            if (whose.equals(person)) {
                theirs.add(session);
            }
        });
        theirs.forEach(FederatedSessions::invalidate);
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException over) {
            // It ended by itself in between, which is what was asked.
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession());
    }
}
