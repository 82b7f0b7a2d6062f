package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * That a person has shown who they are, and when; it lies in the session in which they did.
 *
 * @param person who
 * @param at when
 */
record Proof(UserAccountId person, Instant at) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = Proof.class.getName();

    static @Nullable Proof ofThisSession() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? null
                : (Proof) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
    }

    void keepInThisSession() {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_SESSION);
    }
}
