package fr.cloisonne.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.cloisonne.db.NoticeListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What the table said of a sign-in, for a second at most: every request asks, and few need the
 * database. A notice about the sign-in or its person empties it at once.
 */
@Component
class SignedInCache implements NoticeListener {

    /** What has changed: the id is a sign-in's or a person's. */
    static final String KIND = "signed-in";

    private final SignedInRows rows;
    private final Cache<String, Optional<SignedInSession>> read;

    SignedInCache(SignedInRows rows, Clock clock) {
        this.rows = rows;
        this.read =
                Caffeine.newBuilder()
                        .maximumSize(20_000)
                        .expireAfterWrite(Duration.ofSeconds(1))
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    Optional<SignedInSession> find(SignedInKey key) {
        return read.get(key.hash(), rows::find);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void told(UUID id) {
        forget(session -> session.id().value().equals(id) || session.person().value().equals(id));
    }

    private void forget(Predicate<SignedInSession> which) {
        read.asMap().values().removeIf(kept -> kept.filter(which).isPresent());
    }

    @Override
    public void missed() {
        read.invalidateAll();
    }
}
