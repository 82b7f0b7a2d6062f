package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.audit.AuditVerification.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chain from its first row to its last against three witnesses: the key, which makes each
 * row's hash; the head, which says how many there are; and the checkpoints, which lie elsewhere.
 */
final class ChainReader {

    private final Function<Row, String> hash;
    private final Map<Long, String> marks = new HashMap<>();
    private Chain.Head before = new Chain.Head(0, Chain.START);
    private long farthest;
    private long rows;
    private String expected = Chain.START;
    private @Nullable Long broken;
    private @Nullable Fault fault;

    ChainReader(Function<Row, String> hash, List<Checkpoint> seen, Predicate<Checkpoint> genuine) {
        this.hash = hash;
        for (Checkpoint one : seen) {
            if (genuine.test(one)) {
                marks.put(one.n(), one.hash());
                farthest = Math.max(farthest, one.n());
            } else {
                found(one.n(), Fault.CHECKPOINT);
            }
        }
    }

    void begin(Chain.Head head) {
        before = head;
        farthest = Math.max(farthest, head.n());
    }

    void read(Row row) {
        rows++;
        if (row.n() != rows) {
            found(rows, Fault.MISSING);
            rows = row.n();
        } else if (!row.prev().equals(expected) || !row.hash().equals(hash.apply(row))) {
            found(row.n(), Fault.ALTERED);
        }
        String mark = marks.get(row.n());
        boolean asSeen = mark == null || mark.equals(row.hash());
        boolean asHead = row.n() != before.n() || row.hash().equals(before.hash());
        if (!asSeen || !asHead) {
            found(row.n(), Fault.REPLACED);
        }
        expected = row.hash();
    }

    AuditVerification end(Chain.Head after) {
        if (farthest > rows) {
            found(rows + 1, Fault.CUT_OFF);
        }
        boolean unknown = after.n() < rows;
        boolean another = after.n() == rows && !after.hash().equals(expected);
        if (unknown || another) {
            found(rows, Fault.REPLACED);
        }
        return new AuditVerification(rows, broken, fault);
    }

    /** The first row that is wrong counts, in whichever order it is found. */
    private void found(long n, Fault what) {
        Long first = broken;
        if (first == null || n < first) {
            broken = n;
            fault = what;
        }
    }
}
