package fr.cloisonne.db.outbox;

import fr.cloisonne.db.PlatformTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import tools.jackson.databind.json.JsonMapper;

/** What each consumer has got, what it could not take yet, and what was set aside. */
@Component
class Deliveries {

    static final int TRIES = 10;

    /** Longer than any event can be on its way: by then its row here is of no use. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient platform;
    private final Clock clock;

    Deliveries(@Qualifier("platformJdbc") JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /** How an event stands with a consumer. */
    enum State {
        /** To be handed over now. */
        DUE,
        /** Failed before, to be tried again later. */
        WAITING,
        /** Taken, or set aside: nothing is left to do. */
        DONE
    }

    @PlatformTransaction(readOnly = true)
    State state(UUID event, String consumer) {
        return platform.sql(
                        "SELECT done, next_try_at FROM platform.delivery WHERE event_id = ? AND consumer = ?")
                .param(event)
                .param(consumer)
                .query((row, n) -> stateOf(row.getBoolean(1), row.getTimestamp(2).toInstant()))
                .optional()
                .orElse(State.DUE);
    }

    private State stateOf(boolean done, Instant next) {
        if (done) {
            return State.DONE;
        }
        return next.isAfter(clock.instant()) ? State.WAITING : State.DUE;
    }

    /**
     * Hands over: the consumer's effect and the word that it was delivered commit together; what
     * had been set aside is so no more.
     */
    @PlatformTransaction(propagation = Propagation.REQUIRES_NEW)
    void deliver(EventConsumer consumer, Class<? extends Event> type, RecordedEvent event) {
        platform.sql(
                        """
                        INSERT INTO platform.delivery (event_id, consumer, done, tries, next_try_at)
                        VALUES (?, ?, true, 1, ?)
                        ON CONFLICT (event_id, consumer)
                        DO UPDATE SET done = true, tries = delivery.tries + 1
                        """)
                .param(event.id())
                .param(consumer.name())
                .param(Timestamp.from(clock.instant()))
                .update();
        platform.sql("DELETE FROM platform.dead_letter WHERE event_id = ? AND consumer = ?")
                .param(event.id())
                .param(consumer.name())
                .update();
        consumer.take(JSON.readValue(event.body(), type), event);
    }

    /**
     * Keeps a failure; the tenth sets the event aside.
     *
     * @return whether it was set aside
     */
    @PlatformTransaction(propagation = Propagation.REQUIRES_NEW)
    boolean failed(EventConsumer consumer, RecordedEvent event, String error) {
        int tries =
                platform.sql(
                                """
                                INSERT INTO platform.delivery (event_id, consumer, done, tries, next_try_at)
                                VALUES (:event, :consumer, false, 1, :now::timestamptz + interval '1 second')
                                ON CONFLICT (event_id, consumer)
                                DO UPDATE SET tries = delivery.tries + 1,
                                  next_try_at = :now::timestamptz + interval '1 second' * power(2, delivery.tries),
                                  done = delivery.tries + 1 >= :limit
                                RETURNING tries
                                """)
                        .param("event", event.id())
                        .param("consumer", consumer.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("limit", TRIES)
                        .query(Integer.class)
                        .single();
        if (tries >= TRIES) {
            setAside(consumer.name(), event, error);
        }
        return tries >= TRIES;
    }

    private void setAside(String consumer, RecordedEvent event, String error) {
        platform.sql(
                        """
                        INSERT INTO platform.dead_letter
                          (event_id, consumer, tenant_id, kind, aggregate, body, recorded_at, set_aside_at, error)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        ON CONFLICT (event_id, consumer) DO NOTHING
                        """)
                .param(event.id())
                .param(consumer)
                .param(event.tenant())
                .param(event.kind())
                .param(event.aggregate())
                .param(event.body())
                .param(Timestamp.from(event.recordedAt()))
                .param(Timestamp.from(clock.instant()))
                .param(error)
                .update();
    }

    @PlatformTransaction(readOnly = true)
    List<DeadLetter> deadLetters(int limit) {
        return platform.sql(
                        "SELECT * FROM platform.dead_letter ORDER BY set_aside_at DESC, event_id LIMIT ?")
                .param(limit)
                .query(Deliveries::letter)
                .list();
    }

    @PlatformTransaction(readOnly = true)
    Optional<DeadLetter> deadLetter(UUID event, String consumer) {
        return platform.sql(
                        "SELECT * FROM platform.dead_letter WHERE event_id = ? AND consumer = ?")
                .param(event)
                .param(consumer)
                .query(Deliveries::letter)
                .optional();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getString("consumer"),
                new RecordedEvent(
                        row.getObject("event_id", UUID.class),
                        row.getObject("tenant_id", UUID.class),
                        row.getString("kind"),
                        row.getString("aggregate"),
                        row.getString("body"),
                        row.getTimestamp("recorded_at").toInstant()),
                row.getTimestamp("set_aside_at").toInstant(),
                row.getString("error"));
    }

    @PlatformTransaction
    void forgetOld() {
        platform.sql("DELETE FROM platform.delivery WHERE done AND next_try_at < ?")
                .param(Timestamp.from(clock.instant().minus(MEMORY)))
                .update();
    }
}
