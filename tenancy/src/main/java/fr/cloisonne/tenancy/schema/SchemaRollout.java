package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.tenancy.schema.Ledger.Due;
import fr.cloisonne.tenancy.schema.SchemaUpgrade.Outcome;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings every schema of every cell to the latest version: first one, the canary, then the others
 * side by side. What is done stands in the ledger, so whoever begins, on whatever node and however
 * often, goes on where things stand; two nodes at once share the work, since each schema's row is
 * held by one of them. A schema that fails is left as it was, told, and tried again later; the
 * others go on.
 */
@Component
public class SchemaRollout {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRollout.class);

    /** As many as a cell's provision pool has connections; people's own acts get their turn. */
    private static final int AT_ONCE = 2;

    private final Cells cells;
    private final Ledger ledger;
    private final SchemaUpgrade upgrade;
    private final ClientSchema schema;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    SchemaRollout(
            Cells cells, Ledger ledger, SchemaUpgrade upgrade, ClientSchema schema, Clock clock) {
        this.cells = cells;
        this.ledger = ledger;
        this.upgrade = upgrade;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Upgrades whatever lags and may be tried now; returns at once if this node is at it already.
     *
     * @return how many schemas came to the latest version here
     */
    public int run() {
        if (!running.tryLock()) {
            return 0;
        }
        try {
            return cells.names().stream().mapToInt(this::run).sum();
        } finally {
            running.unlock();
        }
    }

    /**
     * Upgrades at once what failed, too, without waiting for its turn.
     *
     * @return how many schemas came to the latest version here
     */
    public int retry() {
        for (String cell : cells.names()) {
            try {
                upgrade.retry(cell);
            } catch (SQLException | DataAccessException unreached) {
                LOG.warn("The cell {} cannot be asked", cell, unreached);
            }
        }
        return run();
    }

    /** A cell that cannot be asked keeps no other from its upgrade. */
    private int run(String cell) {
        try {
            ledger.doubtful(cell, clock.instant()).forEach(upgrade::whole);
            var due = new ArrayDeque<>(ledger.due(cell, clock.instant()));
            if (due.isEmpty()) {
                return 0;
            }
            LOG.info(
                    "Cell {}: {} schemas to bring to version {}",
                    cell,
                    due.size(),
                    schema.changelog().latest().number());
            int done = canary(cell, due);
            done += ledger.canaryPassed(cell) ? others(due) : 0;
            LOG.info("Cell {}: {} schemas upgraded", cell, done);
            return done;
        } catch (SQLException | DataAccessException unreached) {
            LOG.warn("The schemas of cell {} could not be upgraded", cell, unreached);
            return 0;
        }
    }

    /** One after the other until one succeeds; after three refusals those that refused alone. */
    private int canary(String cell, Deque<Due> due) throws SQLException {
        while (!due.isEmpty() && !ledger.canaryPassed(cell)) {
            Due next = due.poll();
            if (next.failed() || !ledger.held(cell)) {
                Outcome outcome = upgrade.upgrade(next.placement());
                if (outcome == Outcome.DONE) {
                    upgrade.canary(next.placement());
                    return 1;
                }
                if (outcome == Outcome.CELL_FAILS) {
                    due.clear();
                }
            }
        }
        return 0;
    }

    private int others(Deque<Due> due) {
        Queue<Due> waiting = new ConcurrentLinkedQueue<>(due);
        List<Future<Integer>> workers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            workers =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(n -> threads.submit(() -> drain(waiting)))
                            .toList();
        }
        return workers.stream().mapToInt(Future::resultNow).sum();
    }

    private int drain(Queue<Due> waiting) {
        int done = 0;
        for (Due next = waiting.poll(); next != null; next = waiting.poll()) {
            Outcome outcome = upgrade.upgrade(next.placement());
            if (outcome == Outcome.DONE) {
                done++;
            } else if (outcome == Outcome.CELL_FAILS) {
                // Neither would the next ones be: the schedule comes again.
                waiting.clear();
            }
        }
        return done;
    }
}
