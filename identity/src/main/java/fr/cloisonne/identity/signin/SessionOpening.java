package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.UserAccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a session begins: its row, its place on record, and the key that its browser keeps. */
@Component
public class SessionOpening {

    private final SignedInRows rows;
    private final SessionEnding ending;
    private final SessionSettings settings;
    private final SignInRecords records;
    private final Clock clock;

    SessionOpening(
            SignedInRows rows,
            SessionEnding ending,
            SessionSettings settings,
            SignInRecords records,
            Clock clock) {
        this.rows = rows;
        this.ending = ending;
        this.settings = settings;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Opens a session for a person whose first factor is proven, in this browser; the one that was
     * open here before is over. What was given here is a proof of the person, a provider's word is
     * none. It is written to the audit trail, or not opened.
     *
     * @param request the request that proved it
     * @param person who
     * @param way how
     * @return the session
     */
    @PlatformTransaction
    public SignedInSession open(HttpServletRequest request, UserAccountId person, SignInWay way) {
        return way instanceof SignInWay.Provider there
                ? open(request, person, way, there, null)
                : open(request, person, way, null, clock.instant());
    }

    /**
     * Opens a session in which an identity elsewhere may have been linked by a proof given here: it
     * is as good as that proof, and ends when the provider says that the person has signed out
     * there.
     *
     * @param request the request that proved it
     * @param person who
     * @param way how
     * @param there the identity, if one was linked
     * @param proof when the person showed who they are, here or to a provider whose word counts for
     *     the whole account; null if they have not
     * @return the session
     */
    @PlatformTransaction
    public SignedInSession open(
            HttpServletRequest request,
            UserAccountId person,
            SignInWay way,
            SignInWay.@Nullable Provider there,
            @Nullable Instant proof) {
        HttpSession http = request.getSession();
        ending.leave(http, SessionEnd.REPLACED);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SignedInKey key = SignedInKey.random();
        SignedInSession session =
                new SignedInSession(
                        new SignedInId(Uuid7.next()),
                        person,
                        way,
                        there,
                        Set.of(way.proves()),
                        now,
                        proof,
                        now,
                        now,
                        Device.of(request.getHeader("User-Agent")),
                        Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                        null);
        rows.insert(session, key.hash(), settings.node());
        records.signedIn(session);
        key.keep(http);
        http.removeAttribute(SignedInSessions.ENDED);
        return session;
    }
}
