package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** When a person was last inside a company; written once in ten minutes at most. */
@Component
class CompanyUse {

    private static final Duration FINE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private record Pair(UserAccountId person, TenantId company) {}

    private final CompanyMarks marks;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Pair, Instant> written =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Pair, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            };

    CompanyUse(CompanyMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    void entered(UserAccountId person, TenantId company) {
        Instant now = clock.instant();
        Pair pair = new Pair(person, company);
        if (isNews(pair, now)) {
            marks.write(person, company, now);
            lock.lock();
            try {
                written.put(pair, now);
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isNews(Pair pair, Instant now) {
        lock.lock();
        try {
            Instant last = written.get(pair);
            return last == null || last.plus(FINE).isBefore(now);
        } finally {
            lock.unlock();
        }
    }
}
