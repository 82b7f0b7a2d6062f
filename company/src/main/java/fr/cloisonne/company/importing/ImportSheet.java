package fr.cloisonne.company.importing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import, as people see it.
 *
 * @param id which
 * @param fileName the file's name
 * @param state how far it has come
 * @param readAt when the file was read
 * @param endedAt when it ended
 * @param counts how many lines have each verdict
 * @param ignored headings of the file that are none of ours
 */
public record ImportSheet(
        ImportId id,
        String fileName,
        ImportState state,
        Instant readAt,
        @Nullable Instant endedAt,
        Map<ImportVerdict, Integer> counts,
        List<String> ignored)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * How many lines have one of these verdicts.
     *
     * @param verdicts which
     * @return how many
     */
    public int count(ImportVerdict... verdicts) {
        int count = 0;
        for (ImportVerdict verdict : verdicts) {
            count += counts.getOrDefault(verdict, 0);
        }
        return count;
    }

    /**
     * How many lines there are.
     *
     * @return all of them
     */
    public int total() {
        return count(ImportVerdict.values());
    }

    /**
     * Whether lines are still being added.
     *
     * @return false before the start and after the end
     */
    public boolean going() {
        return state == ImportState.RUNNING || (state == ImportState.CANCELLED && endedAt == null);
    }
}
