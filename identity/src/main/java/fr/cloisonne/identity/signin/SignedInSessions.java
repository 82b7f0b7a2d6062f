package fr.cloisonne.identity.signin;

import fr.cloisonne.db.Notices;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final String ENDED = SessionEnd.class.getName();

    private final SignedInRows rows;
    private final SignedInCache cache;
    private final SessionSettings settings;
    private final Notices notices;
    private final SignInRecords records;
    private final AuditTrail audit;
    private final Clock clock;

    SignedInSessions(
            SignedInRows rows,
            SignedInCache cache,
            SessionSettings settings,
            Notices notices,
            SignInRecords records,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.cache = cache;
        this.settings = settings;
        this.notices = notices;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a session for a person whose first factor is proven, in this browser; the one that was
     * open here before is over. It is written to the audit trail, or not opened.
     *
     * @param request the request that proved it
     * @param person who
     * @param way how
     * @return the session
     */
    @PlatformTransaction
    public SignedInSession open(HttpServletRequest request, UserAccountId person, SignInWay way) {
        return open(request, person, way, way instanceof SignInWay.Provider one ? one : null);
    }

    /**
     * Opens a session in which an identity elsewhere was linked by a proof given here: it is as
     * good as that proof, and ends when the provider says that the person has signed out there.
     *
     * @param request the request that proved it
     * @param person who
     * @param way how
     * @param there the identity, if one was linked
     * @return the session
     */
    @PlatformTransaction
    public SignedInSession open(
            HttpServletRequest request,
            UserAccountId person,
            SignInWay way,
            SignInWay.@Nullable Provider there) {
        HttpSession http = request.getSession();
        leave(http, SessionEnd.REPLACED);
        Instant now = now();
        SignedInKey key = SignedInKey.random();
        SignedInSession session =
                new SignedInSession(
                        new SignedInId(Uuid7.next()),
                        person,
                        way,
                        there,
                        Set.of(way.proves()),
                        now,
                        now,
                        now,
                        Device.of(request.getHeader("User-Agent")),
                        Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                        0,
                        null);
        rows.insert(session, key.hash(), settings.node());
        records.signedIn(session);
        key.keep(http);
        http.removeAttribute(ENDED);
        return session;
    }

    /**
     * The session of the request that this thread answers.
     *
     * @return nothing where nobody is signed in, and outside a request
     */
    public Optional<SignedInSession> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? in(here.getRequest().getSession(false))
                : Optional.empty();
    }

    /**
     * The session that this browser has.
     *
     * @param http its HTTP session
     * @return nothing if it is over
     */
    public Optional<SignedInSession> in(@Nullable HttpSession http) {
        return SignedInKey.in(http)
                .flatMap(cache::find)
                .filter(session -> session.over(clock.instant(), settings) == null);
    }

    /**
     * Keeps that the person has just proven something more, or once more.
     *
     * @param factor what
     * @throws IllegalStateException where nobody is signed in
     */
    @PlatformTransaction
    public void proved(Factor factor) {
        SignedInSession session =
                current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        rows.proved(session.id(), factor, now());
        notices.tell(SignedInCache.KIND, session.id().value());
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
     * Ends one session, wherever it is; one that is over already stays as it was.
     *
     * @param id which
     * @param why told by the sign-in page that follows
     * @return whether it lasted until now
     */
    @PlatformTransaction
    public boolean end(SignedInId id, SessionEnd why) {
        boolean ended = rows.end(id, why, now());
        notices.tell(SignedInCache.KIND, id.value());
        return ended;
    }

    /**
     * A person closes one of their own sessions.
     *
     * @param person who
     * @param id which; another's is as unknown as one that is over
     * @return whether it lasted until now
     */
    @PlatformTransaction
    public boolean revoke(UserAccountId person, SignedInId id) {
        boolean own = of(person).stream().anyMatch(session -> session.id().equals(id));
        boolean ended = own && end(id, SessionEnd.REVOKED);
        if (ended) {
            record(person, id, SessionEnd.REVOKED);
        }
        return ended;
    }

    /**
     * A person closes all of their own sessions but this one.
     *
     * @param person who
     * @return how many
     */
    @PlatformTransaction
    public int revokeOthers(UserAccountId person) {
        int ended = endOthers(person, SessionEnd.REVOKED);
        audit.recordInService(person, "session.others.ended", Map.of("count", "" + ended));
        return ended;
    }

    private void record(UserAccountId person, SignedInId id, SessionEnd why) {
        audit.recordInService(
                person, "session.ended", Map.of("session", id.toString(), "why", why.name()));
    }

    /**
     * Ends a person's sessions but the one of this request.
     *
     * @param person who
     * @param why told by the sign-in page that follows
     * @return how many
     */
    @PlatformTransaction
    public int endOthers(UserAccountId person, SessionEnd why) {
        SignedInId mine =
                current()
                        .filter(session -> session.person().equals(person))
                        .map(SignedInSession::id)
                        .orElse(null);
        return endAll(person, mine, why);
    }

    /**
     * Ends all sessions of a person, on every node.
     *
     * @param person who
     * @param why told by the sign-in page that follows
     * @return how many
     */
    @PlatformTransaction
    public int endAll(UserAccountId person, SessionEnd why) {
        return endAll(person, null, why);
    }

    private int endAll(UserAccountId person, @Nullable SignedInId but, SessionEnd why) {
        int ended = rows.endAll(person, but, why, now()).size();
        notices.tell(SignedInCache.KIND, person.value());
        return ended;
    }

    /**
     * Ends what an identity elsewhere has opened, because it opens the account no more.
     *
     * @param issuer the provider
     * @param sub the person there
     */
    @PlatformTransaction
    public void endOpenedBy(String issuer, String sub) {
        rows.endOpenedBy(issuer, sub, SessionEnd.WAY_IN_CHANGED, now())
                .forEach(id -> notices.tell(SignedInCache.KIND, id.value()));
    }

    /**
     * Ends what a provider has opened or was linked in, because it says so.
     *
     * @param issuer the provider
     * @param sub the person there; all of their sessions if no session is named
     * @param sid the session there
     * @return how many
     * @throws IllegalArgumentException if neither is named
     */
    @PlatformTransaction
    public int endByProvider(String issuer, @Nullable String sub, @Nullable String sid) {
        if (sub == null && sid == null) {
            throw new IllegalArgumentException("Neither a person nor a session is named");
        }
        var ended = rows.endByProvider(issuer, sub, sid, now());
        for (var one : ended) {
            notices.tell(SignedInCache.KIND, one.id().value());
            record(one.person(), one.id(), SessionEnd.PROVIDER);
        }
        return ended.size();
    }

    /**
     * Leaves the session that this browser has, if it has one.
     *
     * @param http its HTTP session
     * @param why the reason
     */
    @PlatformTransaction
    public void leave(HttpSession http, SessionEnd why) {
        SignedInKey.in(http)
                .map(SignedInKey::hash)
                .flatMap(rows::find)
                .map(SignedInSession::id)
                .ifPresent(id -> end(id, why));
        SignedInKey.forget(http);
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
