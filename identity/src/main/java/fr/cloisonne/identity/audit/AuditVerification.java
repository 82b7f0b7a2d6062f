package fr.cloisonne.identity.audit;

import org.jspecify.annotations.Nullable;

/**
 * What reading a whole chain again has shown.
 *
 * @param rows rows read
 * @param firstBroken number of the first row that does not fit, or null if all fit
 */
public record AuditVerification(long rows, @Nullable Long firstBroken) {

    /**
     * Whether nothing was changed.
     *
     * @return true if every row fits the one before
     */
    public boolean intact() {
        return firstBroken == null;
    }
}
