package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What sensitive acts ask for: that the person has shown a moment ago, in their own session, who
 * they are. Where there is no session, or another's, the act does not happen.
 */
@Component
@EnableConfigurationProperties(ProofSettings.class)
public class FreshProof {

    private static final ScopedValue<Proof> BESIDE_SESSIONS = ScopedValue.newInstance();

    private final ProofSettings settings;
    private final Clock clock;

    FreshProof(ProofSettings settings, Clock clock) {
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
        Proof proof = BESIDE_SESSIONS.isBound() ? BESIDE_SESSIONS.get() : Proof.ofThisSession();
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
        Proof proof = Proof.ofThisSession();
        return proof != null && proof.person().equals(person) && proof.at().isAfter(Instant.EPOCH);
    }

    /**
     * Keeps in this session that the person has shown who they are.
     *
     * @param person who
     * @param at when that was, here or at their provider
     */
    public void given(UserAccountId person, Instant at) {
        new Proof(person, at).keepInThisSession();
    }

    /** Does work that no session surrounds, on the strength of a proof given for it. */
    void on(UserAccountId proven, Runnable work) {
        ScopedValue.where(BESIDE_SESSIONS, new Proof(proven, clock.instant())).run(work);
    }
}
