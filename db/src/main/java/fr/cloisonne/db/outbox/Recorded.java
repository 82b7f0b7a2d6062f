package fr.cloisonne.db.outbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database's outbox, as the dispatcher reads it. */
final class Recorded {

    /** The dispatcher's lock in each database: one node at a time hands events over. */
    private static final int LOCK = 1_002;

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
     * Goes through what is recorded, in order, unless another node is at it.
     *
     * @param hand takes a page of events and tells which of them are done with
     */
    void each(Function<List<RecordedEvent>, List<UUID>> hand) {
        transactions.run(jdbc -> {
            if (jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single()) {
                pages(jdbc, hand);
            }
            return true;
        });
    }

    private void pages(JdbcClient jdbc, Function<List<RecordedEvent>, List<UUID>> hand) {
        List<RecordedEvent> page = page(jdbc, FIRST);
        while (!page.isEmpty()) {
            UUID[] done = hand.apply(page).toArray(UUID[]::new);
            jdbc.sql("DELETE FROM %s WHERE id = ANY(?)".formatted(table)).param(done).update();
            page = page(jdbc, page.getLast().id());
        }
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
