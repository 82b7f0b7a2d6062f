package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of one person in one browser.
 *
 * @param id which
 * @param person whose
 * @param way by which way
 * @param there the identity elsewhere that came with it, by that way or linked on entering; the
 *     session ends when its provider says so
 * @param factors what has been proven since
 * @param provenAt when something was last proven
 * @param proof when the person last showed who they are, here or to a provider whose word counts
 *     for the whole account; null if they never did
 * @param openedAt when it began
 * @param lastSeen when something was last done in it, to the minute
 * @param device where
 * @param address network address from which it was opened
 * @param ended why it is over, if it is
 */
public record SignedInSession(
        SignedInId id,
        UserAccountId person,
        SignInWay way,
        SignInWay.@Nullable Provider there,
        Set<Factor> factors,
        Instant provenAt,
        @Nullable Instant proof,
        Instant openedAt,
        Instant lastSeen,
        Device device,
        String address,
        @Nullable SessionEnd ended)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Why it is over at this moment, or null while it lasts. */
    @Nullable SessionEnd over(Instant now, SessionSettings limits) {
        if (ended != null) {
            return ended;
        }
        if (!now.isBefore(openedAt.plus(limits.longest()))) {
            return SessionEnd.EXPIRED;
        }
        return now.isBefore(lastSeen.plus(limits.idle())) ? null : SessionEnd.IDLE;
    }
}
