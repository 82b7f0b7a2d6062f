package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a sign-in in its browser's session until the second factor is proven, for ten minutes. */
@Component
public class PendingSignIns {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SecondFactors factors;
    private final Clock clock;

    PendingSignIns(SecondFactors factors, Clock clock) {
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * A sign-in that has just begun.
     *
     * @param person who
     * @param way how they came
     * @param link the federated identity to link at the end, if one waits
     * @return good for ten minutes
     */
    public PendingSignIn begun(UserAccountId person, SignInWay way, @Nullable String link) {
        return new PendingSignIn(person, way, link, clock.instant().plus(LIFE));
    }

    /**
     * Holds a sign-in back if its account asks for a second factor.
     *
     * @param session the browser's
     * @param first the sign-in
     * @return whether it waits now
     */
    public boolean hold(HttpSession session, PendingSignIn first) {
        boolean asks = factors.of(first.person()).any();
        if (asks) {
            session.setAttribute(PendingSignIn.ATTRIBUTE, first);
        } else {
            forget(session);
        }
        return asks;
    }

    /**
     * The sign-in that waits.
     *
     * @param session the browser's, if there is one
     * @return nothing if none does, or no longer
     */
    public Optional<PendingSignIn> find(@Nullable HttpSession session) {
        return session != null
                        && session.getAttribute(PendingSignIn.ATTRIBUTE)
                                instanceof PendingSignIn waits
                        && clock.instant().isBefore(waits.until())
                ? Optional.of(waits)
                : Optional.empty();
    }

    /** It is over, one way or the other. */
    void forget(HttpSession session) {
        session.removeAttribute(PendingSignIn.ATTRIBUTE);
    }
}
