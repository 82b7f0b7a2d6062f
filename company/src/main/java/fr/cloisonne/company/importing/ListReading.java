package fr.cloisonne.company.importing;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a whole list; a company that stands there twice is added by its first line. */
final class ListReading {

    private final int most;
    private final List<JudgedLine> lines = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private @Nullable Headings headings;

    private ListReading(int most) {
        this.most = most;
    }

    /**
     * What a file says.
     *
     * @param lines each with its verdict, as far as the file alone can tell
     * @param ignored headings that are none of ours
     */
    record Result(List<JudgedLine> lines, List<String> ignored) {}

    static Result of(Path file, int most) {
        ListReading reading = new ListReading(most);
        SheetFile.read(file, reading::take);
        if (reading.headings == null || reading.lines.isEmpty()) {
            throw new ImportRefusedException(Reason.EMPTY);
        }
        return new Result(reading.lines, reading.headings.ignored());
    }

    private void take(SheetRow row) {
        if (headings == null) {
            headings = Headings.of(row);
            return;
        }
        if (lines.size() == most) {
            throw new ImportRefusedException(Reason.TOO_MANY_LINES, most);
        }
        JudgedLine line = LineReading.of(headings, row);
        var form = line.form();
        Integer before = form == null ? null : seen.putIfAbsent(form.siren().value(), row.number());
        lines.add(before == null ? line : twice(line, before));
    }

    private static JudgedLine twice(JudgedLine line, int before) {
        return line.as(
                ImportVerdict.REFUSED,
                List.of(
                        new ImportFault(
                                ImportColumn.NUMBER,
                                line.line().siren(),
                                "twice",
                                Integer.toString(before))));
    }
}
