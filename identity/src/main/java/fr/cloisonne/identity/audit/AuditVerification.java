package fr.cloisonne.identity.audit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What reading a whole chain again has shown.
 *
 * @param rows rows read
 * @param firstBroken number of the first row that does not fit, or null if all fit
 * @param fault what is wrong with it, or null if all fit
 */
public record AuditVerification(long rows, @Nullable Long firstBroken, @Nullable Fault fault)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What may be wrong with a row. */
    public enum Fault {
        /** It says something else than when it was written. */
        ALTERED,
        /** It is not there, and those after it are. */
        MISSING,
        /** It is not there, nor any after it, although there was one. */
        CUT_OFF,
        /** It is another than the one that the checkpoint, outside the database, has seen. */
        REPLACED,
        /** The checkpoint itself was changed. */
        CHECKPOINT,
        /** The chain cannot be read at all: its schema or its role is not there. */
        UNREADABLE
    }

    /**
     * Whether nothing was changed.
     *
     * @return true if every row fits the one before
     */
    public boolean intact() {
        return firstBroken == null;
    }
}
