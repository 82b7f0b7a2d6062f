package fr.cloisonne.identity.audit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What reading a firm's chains again has shown.
 *
 * @param chains how many chains
 * @param rows how many rows
 * @param where name of the first firm or company whose chain is broken, or null
 * @param row number of the first broken row there, or null
 */
public record JournalVerdict(int chains, long rows, @Nullable String where, @Nullable Long row)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    static JournalVerdict of(String name, AuditVerification found) {
        return new JournalVerdict(0, 0, null, null).and(name, found);
    }

    JournalVerdict and(String name, AuditVerification found) {
        boolean first = where == null && !found.intact();
        return new JournalVerdict(
                chains + 1,
                rows + found.rows(),
                first ? name : where,
                first ? found.firstBroken() : row);
    }

    /**
     * Whether nothing was changed.
     *
     * @return true if all chains are whole
     */
    public boolean intact() {
        return where == null;
    }
}
