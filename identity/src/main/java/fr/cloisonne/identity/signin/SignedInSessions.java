package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who is signed in where: the truth of it, in the database, so that any node may end what another
 * has opened. A browser's HTTP session holds a random key to its row and no rights.
 */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class SignedInSessions {

    /** In the HTTP session: why the one that was here is over. */
    static final String ENDED = SessionEnd.class.getName();

    /** The session on whose behalf a thread beside its requests works. */
    private static final ScopedValue<Optional<SignedInKey>> CARRIED = ScopedValue.newInstance();

    private final SignedInRows rows;
    private final SignedInCache cache;
    private final SessionSettings settings;
    private final Clock clock;

    SignedInSessions(
            SignedInRows rows, SignedInCache cache, SessionSettings settings, Clock clock) {
        this.rows = rows;
        this.cache = cache;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The session of the request that this thread answers.
     *
     * @return nothing where nobody is signed in, and in a thread that no request has begun
     */
    public Optional<SignedInSession> current() {
        return key().flatMap(this::live);
    }

    /** The key of the session that asks: of the request, or carried here from one. */
    private static Optional<SignedInKey> key() {
        if (CARRIED.isBound()) {
            return CARRIED.get();
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? SignedInKey.in(here.getRequest().getSession(false))
                : Optional.empty();
    }

    /**
     * Whether somebody asks: a request is answered, or goes on in another thread.
     *
     * @return false in a thread that no request has begun, or whose session is over
     */
    public boolean asked() {
        return CARRIED.isBound()
                ? current().isPresent()
                : RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes;
    }

    /**
     * Lets work that goes on in another thread go on in this session; once the session is over, it
     * is over there too.
     *
     * @param work what goes on
     * @return the same, within this session
     */
    public Runnable carrying(Runnable work) {
        Optional<SignedInKey> here = key();
        return () -> ScopedValue.where(CARRIED, here).run(work);
    }

    /**
     * The session that this browser has.
     *
     * @param http its HTTP session
     * @return nothing if it is over
     */
    public Optional<SignedInSession> in(@Nullable HttpSession http) {
        return SignedInKey.in(http).flatMap(this::live);
    }

    private Optional<SignedInSession> live(SignedInKey key) {
        return cache.find(key).filter(session -> session.over(clock.instant(), settings) == null);
    }

    /**
     * The session of the request that this thread answers, as the table has it at this very moment:
     * for what must not rest on an answer that is a second old.
     *
     * @return nothing where nobody is signed in, and outside a request
     */
    @PlatformTransaction(readOnly = true)
    Optional<SignedInSession> currentNow() {
        return key().flatMap(key -> rows.find(key.hash()))
                .filter(session -> session.over(clock.instant(), settings) == null);
    }

    /**
     * The sessions of a person that last.
     *
     * @param person who
     * @return the latest seen first
     */
    public List<SignedInSession> of(UserAccountId person) {
        Instant now = clock.instant();
        return rows.live(person).stream()
                .filter(session -> session.over(now, settings) == null)
                .toList();
    }

    /**
     * Why the session is over that this browser had until now.
     *
     * @param http its HTTP session
     * @return nothing unless it was ended from elsewhere or by its limits
     */
    public Optional<SessionEnd> lost(@Nullable HttpSession http) {
        return http != null && http.getAttribute(ENDED) instanceof SessionEnd why
                ? Optional.of(why)
                : Optional.empty();
    }

    /**
     * All that it held is gone but the reason, and the browser keeps its number until the next
     * sign-in changes it: a page often asks several things at once, and each of them must learn the
     * reason, which is the first that was found. Locks stay too: a request that waits for one and
     * the next request must wait for the same.
     */
    static void empty(HttpSession http, SessionEnd why) {
        if (http.getAttribute(ENDED) == null) {
            http.setAttribute(ENDED, why);
        }
        Collections.list(http.getAttributeNames()).stream()
                .filter(name -> !name.equals(ENDED))
                .filter(name -> !(http.getAttribute(name) instanceof Lock))
                .forEach(http::removeAttribute);
    }

    /** Asked by every request: why it must not go on, or null. */
    @Nullable SessionEnd check(HttpSession http) {
        Optional<SignedInSession> session = SignedInKey.in(http).flatMap(cache::find);
        if (session.isEmpty()) {
            return SessionEnd.UNKNOWN;
        }
        return session.get().over(clock.instant(), settings);
    }

    /** Something was done in it; written at most once a minute. */
    void seen(HttpSession http) {
        Instant now = now();
        Instant aMinuteAgo = now.minus(1, ChronoUnit.MINUTES);
        SignedInKey.in(http)
                .flatMap(cache::find)
                .filter(session -> session.lastSeen().isBefore(aMinuteAgo))
                .ifPresent(session -> {
                    rows.seen(session.id(), now, aMinuteAgo);
                    cache.told(session.id().value());
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
