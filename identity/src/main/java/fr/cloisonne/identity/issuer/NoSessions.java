package fr.cloisonne.identity.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Stands where the library would keep sessions in the memory of one node; ours is the table of who
 * is signed in where.
 */
@Component
class NoSessions implements SessionRegistry {

    @Override
    public List<Object> getAllPrincipals() {
        return List.of();
    }

    @Override
    public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
        return List.of();
    }

    @Override
    public @Nullable SessionInformation getSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public void refreshLastRequest(String sessionId) {
        // Not kept here.
    }

    @Override
    public void registerNewSession(String sessionId, Object principal) {
        // Not kept here.
    }

    @Override
    public void removeSessionInformation(String sessionId) {
        // Not kept here.
    }
}
