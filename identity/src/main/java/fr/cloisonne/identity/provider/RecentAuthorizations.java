package fr.cloisonne.identity.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Forgets authorizations after twelve hours, and the oldest beyond a thousand. */
final class RecentAuthorizations implements OAuth2AuthorizationService {

    private static final Duration KEPT = Duration.ofHours(12);
    private static final int MOST = 1_000;

    private final OAuth2AuthorizationService store;
    private final Clock clock;
    private final Map<String, Instant> known = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    RecentAuthorizations(OAuth2AuthorizationService store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        store.save(authorization);
        over(authorization.getId()).stream()
                .map(store::findById)
                .filter(old -> old != null)
                .forEach(store::remove);
    }

    private List<String> over(String id) {
        List<String> over = new ArrayList<>();
        lock.lock();
        try {
            known.putIfAbsent(id, clock.instant());
            Instant limit = clock.instant().minus(KEPT);
            var oldest = known.entrySet().iterator();
            while (oldest.hasNext()) {
                var entry = oldest.next();
                if (known.size() <= MOST && entry.getValue().isAfter(limit)) {
                    break;
                }
                over.add(entry.getKey());
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
        return over;
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        store.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return store.findByToken(token, type);
    }
}
