package fr.cloisonne.identity.signin;

import fr.cloisonne.db.Notices;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where sessions end, one or many, on whichever node they are. */
@Component
public class SessionEnding {

    private final SignedInRows rows;
    private final SignedInSessions sessions;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    SessionEnding(
            SignedInRows rows,
            SignedInSessions sessions,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
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
        boolean own = sessions.of(person).stream().anyMatch(session -> session.id().equals(id));
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
                sessions.current()
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
