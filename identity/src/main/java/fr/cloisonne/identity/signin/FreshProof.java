package fr.cloisonne.identity.signin;

import fr.cloisonne.db.Notices;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What sensitive acts ask for: that the person has shown a moment ago, in their own session, who
 * they are. It stands in the session's row, and ends with it; where there is no session, or
 * another's, the act does not happen.
 */
@Component
@EnableConfigurationProperties(ProofSettings.class)
public class FreshProof {

    private static final ScopedValue<Proof> BESIDE_SESSIONS = ScopedValue.newInstance();

    private final SignedInSessions sessions;
    private final SignedInRows rows;
    private final Notices notices;
    private final ProofSettings settings;
    private final Clock clock;

    FreshProof(
            SignedInSessions sessions,
            SignedInRows rows,
            Notices notices,
            ProofSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.rows = rows;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets an act pass whose person has proven themselves lately.
     *
     * @param person who acts
     * @throws ProofNeededException if they have not, or not in this session
     */
    public void require(UserAccountId person) {
        Proof proof = BESIDE_SESSIONS.isBound() ? BESIDE_SESSIONS.get() : ofThisSession();
        Instant oldest = clock.instant().minus(settings.maxAge());
        if (proof == null || !proof.person().equals(person) || proof.at().isBefore(oldest)) {
            throw new ProofNeededException();
        }
    }

    /**
     * Whether a person has shown in this session who they are, be it lately or not. The word of a
     * firm's provider does not count.
     *
     * @param person who
     * @return true if they have
     */
    public boolean wasGiven(UserAccountId person) {
        return sessions.current()
                .filter(session -> session.person().equals(person))
                .map(SignedInSession::proof)
                .isPresent();
    }

    private @Nullable Proof ofThisSession() {
        return sessions.currentNow().map(FreshProof::in).orElse(null);
    }

    private static @Nullable Proof in(SignedInSession session) {
        Instant at = session.proof();
        return at == null ? null : new Proof(session.person(), at);
    }

    /**
     * Keeps with this session that its person has just shown who they are. Another's session, and
     * one that is over, stay as they were.
     *
     * @param person who
     * @param factor by what
     */
    @PlatformTransaction
    public void given(UserAccountId person, Factor factor) {
        sessions.currentNow()
                .filter(session -> session.person().equals(person))
                .map(SignedInSession::id)
                .ifPresent(session -> {
                    rows.proved(session, factor, clock.instant().truncatedTo(ChronoUnit.MICROS));
                    notices.tell(SignedInCache.KIND, session.value());
                });
    }

    /**
     * Whether work is done for a person that no session surrounds.
     *
     * @param person who
     * @return true while it is done, on the strength of their proof
     */
    public boolean isGivenBeside(UserAccountId person) {
        return BESIDE_SESSIONS.isBound() && BESIDE_SESSIONS.get().person().equals(person);
    }

    /** Does work that no session surrounds, on the strength of a proof given for it. */
    void on(UserAccountId proven, Runnable work) {
        ScopedValue.where(BESIDE_SESSIONS, new Proof(proven, clock.instant())).run(work);
    }
}
