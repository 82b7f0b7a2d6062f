package fr.cloisonne.identity;

import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.OpenedSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sessions of people, bound to the thread of the test. */
public final class SessionFixture implements TestExecutionListener {

    private static @Nullable ApplicationContext room;

    @Override
    public void prepareTestInstance(TestContext test) {
        room = test.getApplicationContext();
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        room = test.getApplicationContext();
        if (RequestContextHolder.getRequestAttributes() == null) {
            begun();
        }
    }

    /**
     * A new session in which this person has just shown who they are.
     *
     * @param proof which finds it
     * @param person who
     * @param clock when
     */
    public static void proven(FreshProof proof, UserAccountId person, Clock clock) {
        begun(person, clock, clock.instant());
        proof.require(person);
    }

    /**
     * A new session of a person, by password.
     *
     * @param person who
     * @param clock when
     * @param proof when they showed who they are; null if they have not
     */
    public static void begun(UserAccountId person, Clock clock, @Nullable Instant proof) {
        MockHttpServletRequest request = begun();
        OpenedSession.in(
                request.getSession(), Objects.requireNonNull(room), person, clock.instant(), proof);
    }

    /**
     * A new session in which nobody has shown anything.
     *
     * @return the request that began it
     */
    public static MockHttpServletRequest begun() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return request;
    }

    /**
     * An act in a thread of its own, as a request of somebody whose session is elsewhere.
     *
     * @param act what is done
     * @param <T> what comes of it
     * @return the same, within a request
     */
    public static <T> Callable<T> asked(Callable<T> act) {
        return () -> {
            begun();
            try {
                return act.call();
            } finally {
                none();
            }
        };
    }

    /** No session at all, and no request either. */
    public static void none() {
        RequestContextHolder.resetRequestAttributes();
    }
}
