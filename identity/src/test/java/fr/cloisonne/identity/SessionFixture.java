package fr.cloisonne.identity;

import fr.cloisonne.identity.signin.FreshProof;
import java.time.Clock;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sessions of people, bound to the thread of the test. */
public final class SessionFixture {

    private SessionFixture() {}

    /**
     * A new session in which this person has just shown who they are.
     *
     * @param proof where that is kept
     * @param person who
     * @param clock when
     */
    public static void proven(FreshProof proof, UserAccountId person, Clock clock) {
        begun();
        proof.given(person, clock.instant());
    }

    /** A new session in which nobody has shown anything. */
    public static void begun() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    /** No session at all. */
    public static void none() {
        RequestContextHolder.resetRequestAttributes();
    }
}
