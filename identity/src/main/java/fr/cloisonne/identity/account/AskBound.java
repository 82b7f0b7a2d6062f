package fr.cloisonne.identity.account;

import fr.cloisonne.identity.signin.OriginBound;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often mails may be asked for by whoever is not signed in: twenty at once and one more each
 * three minutes from one place.
 */
@Component
public class AskBound {

    private final OriginBound bound;

    AskBound(Clock clock) {
        this.bound = new OriginBound(clock, 20, Duration.ofMinutes(3));
    }

    /**
     * Counts one.
     *
     * @param origin whence it is asked
     * @throws AskedTooOftenException if it is one too many
     */
    public void require(String origin) {
        if (!bound.take(origin)) {
            throw new AskedTooOftenException();
        }
    }
}
