package fr.cloisonne.db;

import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions of many tenants at once, each of a kind drawn by lot: read and committed, written
 * and committed, undone, refused by the database, cut by its time limit, its back end killed. Each
 * counts the rows that it sees of others, and what it kept itself.
 */
final class TenantChaos {

    /** A way to work as a tenant in one transaction. */
    @FunctionalInterface
    interface Door {

        /**
         * Commits unless the work throws.
         *
         * @throws SQLException if there is no connection to be had
         */
        void as(Placement tenant, Work work) throws SQLException;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work {

        void in(JdbcClient jdbc);
    }

    /**
     * What came of it.
     *
     * @param foreign rows seen that are another tenant's
     * @param whole transactions that did all they meant to
     * @param cut transactions that ended by a fault made on purpose
     * @param failed transactions that ended by a fault that nobody made
     * @param kept rows that committed transactions wrote
     */
    record Outcome(long foreign, long whole, long cut, long failed, long kept) {}

    /** How a transaction ends when nothing goes wrong by itself. */
    private enum Kind {
        READ,
        WRITE,
        UNDONE,
        REFUSED,
        TIMED_OUT,
        KILLED
    }

    /** Out of a thousand: the kinds in their order, most of them ordinary. */
    private static final List<Kind> LOTS = lots(450, 400, 80, 50, 15, 5);

    private final List<Placement> tenants;
    private final JdbcClient superuser;
    private final LongAdder foreign = new LongAdder();
    private final LongAdder whole = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder kept = new LongAdder();

    TenantChaos(List<Placement> tenants, JdbcClient superuser) {
        this.tenants = tenants;
        this.superuser = superuser;
    }

    /**
     * Runs them all.
     *
     * @param seed of the lots
     * @param transactions how many
     * @param atOnce how many at the same time, each in a virtual thread
     */
    Outcome run(long seed, int transactions, int atOnce, Door door) {
        AtomicInteger left = new AtomicInteger(transactions);
        SplittableRandom root = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < atOnce; i++) {
                SplittableRandom random = root.split();
                threads.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        one(random, door);
                    }
                });
            }
        }
        return new Outcome(foreign.sum(), whole.sum(), cut.sum(), failed.sum(), kept.sum());
    }

    private void one(SplittableRandom random, Door door) {
        Placement tenant = tenants.get(random.nextInt(tenants.size()));
        Kind kind = LOTS.get(random.nextInt(LOTS.size()));
        int rows = 1 + random.nextInt(3);
        try {
            door.as(tenant, jdbc -> act(jdbc, tenant, kind, rows));
            whole.increment();
            if (kind == Kind.WRITE) {
                kept.add(rows);
            }
        } catch (SQLException | RuntimeException fault) {
            (kind == Kind.READ || kind == Kind.WRITE ? failed : cut).increment();
        }
    }

    private void act(JdbcClient jdbc, Placement tenant, Kind kind, int rows) {
        look(jdbc, tenant);
        for (int i = 0; i < rows && kind != Kind.READ; i++) {
            jdbc.sql("INSERT INTO note (owner) VALUES (?)").param(tenant.role().value()).update();
        }
        look(jdbc, tenant);
        switch (kind) {
            case UNDONE -> throw new IllegalStateException("undone on purpose");
            case REFUSED -> jdbc.sql("SELECT 1 / 0").query(Integer.class).single();
            case TIMED_OUT -> {
                jdbc.sql("SET LOCAL statement_timeout = 1").update();
                jdbc.sql("SELECT pg_sleep(5)").query().listOfRows();
            }
            case KILLED -> {
                int backEnd = jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
                superuser
                        .sql("SELECT pg_terminate_backend(?, 5000)")
                        .param(backEnd)
                        .query()
                        .listOfRows();
                look(jdbc, tenant);
            }
            case READ, WRITE -> {}
        }
    }

    private void look(JdbcClient jdbc, Placement tenant) {
        foreign.add(
                jdbc.sql("SELECT count(*) FROM note WHERE owner <> ?")
                        .param(tenant.role().value())
                        .query(Long.class)
                        .single());
    }

    private static List<Kind> lots(int... shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .flatMap(k -> IntStream.range(0, shares[k]).mapToObj(i -> Kind.values()[k]))
                .toList();
    }
}
