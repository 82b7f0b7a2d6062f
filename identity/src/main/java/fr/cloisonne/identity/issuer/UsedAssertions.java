package fr.cloisonne.identity.issuer;

import fr.cloisonne.db.PlatformTransaction;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The assertions that have served, until they would be refused for their age. */
@Component
class UsedAssertions {

    private final JdbcClient platform;
    private final Clock clock;

    UsedAssertions(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** False if it has served before, on whichever node. */
    @PlatformTransaction
    public boolean first(String client, String id, Instant until) {
        return platform.sql(
                                "INSERT INTO platform.client_assertion (hash, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(TokenHash.of(client + '\n' + id), Timestamp.from(until))
                        .update()
                == 1;
    }

    @PlatformTransaction
    public void clean() {
        platform.sql("DELETE FROM platform.client_assertion WHERE expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
