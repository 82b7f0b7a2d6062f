package fr.cloisonne.tenancy.value;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;

/**
 * Which schemas are at which version.
 *
 * @param latest the version of the code that answers
 * @param total how many schemas there are
 * @param atLatest how many are at that version
 * @param versions how many at each known version
 * @param held whether the upgrade waits because the first schemas all refused it
 * @param lines those that lag or failed, the failed ones first
 * @param more whether there are more than the lines tell
 */
public record SchemaReport(
        int latest,
        long total,
        long atLatest,
        SortedMap<Integer, Long> versions,
        boolean held,
        List<SchemaLine> lines,
        boolean more)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Whether every schema is at the latest version and what it says.
     *
     * @return true if nobody need look
     */
    public boolean allGood() {
        return lines.isEmpty();
    }
}
