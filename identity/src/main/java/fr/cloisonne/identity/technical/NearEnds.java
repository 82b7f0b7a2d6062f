package fr.cloisonne.identity.technical;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what ends within thirty, seven and one days, each once for each. */
public final class NearEnds {

    private static final List<Integer> DAYS = List.of(1, 7, 30);

    private NearEnds() {}

    /**
     * Tells what has come near since it was last asked.
     *
     * @param platform where
     * @param clock when
     * @param mark a statement that notes {@code :days} where an end lies between {@code :now} and
     *     {@code :soon} and was not noted yet, and returns whose ends those are
     * @param told takes each, with its days
     */
    public static void tell(
            JdbcClient platform, Clock clock, String mark, ObjIntConsumer<UUID> told) {
        Instant now = clock.instant();
        for (int days : DAYS) {
            platform.sql(mark)
                    .param("days", days)
                    .param("now", Timestamp.from(now))
                    .param("soon", Timestamp.from(now.plus(Duration.ofDays(days))))
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list()
                    .forEach(near -> told.accept(near, days));
        }
    }
}
