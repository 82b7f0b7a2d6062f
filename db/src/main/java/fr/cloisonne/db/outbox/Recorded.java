package fr.cloisonne.db.outbox;

import fr.cloisonne.db.LockNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database's outbox, as the dispatcher reads it. */
final class Recorded {

    private static final UUID FIRST = new UUID(0, 0);

    private final String table;
    private final String tenant;
    private final Transactions transactions;

    /** Runs work in one transaction of the database that holds the outbox. */
    interface Transactions {

        <T> T run(Function<JdbcClient, T> work);
    }

    private Recorded(String table, String tenant, Transactions transactions) {
        this.table = table;
        this.tenant = tenant;
        this.transactions = transactions;
    }

    static Recorded platform(Transactions transactions) {
        return new Recorded("platform.outbox", "NULL::uuid", transactions);
    }

    static Recorded cell(Transactions transactions) {
        return new Recorded("cell.outbox", "tenant_id", transactions);
    }

    /**
     * Goes through what is recorded, in order, each page in a transaction of its own; it stops
     * where another node is at it.
     *
     * @param hand takes a page of events and tells which of them are done with
     */
    void each(Function<List<RecordedEvent>, List<UUID>> hand) {
        Optional<UUID> last = Optional.of(FIRST);
        while (last.isPresent()) {
            UUID after = last.get();
            last =
                    transactions.run(
                            jdbc -> alone(jdbc) ? page(jdbc, after, hand) : Optional.empty());
        }
    }

    /** One node at a time hands a database's events over. */
    private static boolean alone(JdbcClient jdbc) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LockNumber.OUTBOX.number())
                .query(Boolean.class)
                .single();
    }

    /** The last event of the page, if there was one. */
    private Optional<UUID> page(
            JdbcClient jdbc, UUID after, Function<List<RecordedEvent>, List<UUID>> hand) {
        List<RecordedEvent> page = page(jdbc, after);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        UUID[] done = hand.apply(page).toArray(UUID[]::new);
        jdbc.sql("DELETE FROM %s WHERE id = ANY(?)".formatted(table)).param(done).update();
        return Optional.of(page.getLast().id());
    }

    private List<RecordedEvent> page(JdbcClient jdbc, UUID after) {
        return jdbc.sql(
                        "SELECT id, %s AS tenant, kind, aggregate, body, recorded_at FROM %s WHERE id > ? ORDER BY id LIMIT 200"
                                .formatted(tenant, table))
                .param(after)
                .query((row, n) ->
                        new RecordedEvent(
                                row.getObject("id", UUID.class),
                                row.getObject("tenant", UUID.class),
                                row.getString("kind"),
                                row.getString("aggregate"),
                                row.getString("body"),
                                row.getTimestamp("recorded_at").toInstant()))
                .list();
    }
}
