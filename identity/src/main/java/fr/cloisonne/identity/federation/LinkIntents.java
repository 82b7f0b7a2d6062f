package fr.cloisonne.identity.federation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.identity.signin.SignedInSessions;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the wish to link an identity while the person is at the provider: once, ten minutes. */
@Component
class LinkIntents {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final FreshProof proof;
    private final SignedInSessions sessions;
    private final Clock clock;

    LinkIntents(FreshProof proof, SignedInSessions sessions, Clock clock) {
        this.proof = proof;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Begins, if the person has lately shown who they are. */
    void begin(HttpSession session, UserAccountId person, String provider) {
        proof.require(person);
        session.setAttribute(
                LinkIntent.ATTRIBUTE, new LinkIntent(person, provider, clock.instant().plus(LIFE)));
    }

    /** Who wanted this, if they are still the person of this session; taken, whatever follows. */
    Optional<UserAccountId> take(HttpSession session, String provider) {
        Object kept = session.getAttribute(LinkIntent.ATTRIBUTE);
        session.removeAttribute(LinkIntent.ATTRIBUTE);
        return kept instanceof LinkIntent intent
                        && intent.provider().equals(provider)
                        && clock.instant().isBefore(intent.until())
                ? sessions.in(session).map(SignedInSession::person).filter(intent.person()::equals)
                : Optional.empty();
    }
}
