package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.tenancy.schema.SchemaRows.Counted;
import fr.cloisonne.tenancy.schema.SchemaRows.Row;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.tenancy.value.SchemaReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells which schemas are at which version, who lags and why. */
@Component
public class Schemas {

    private static final int LINES = 200;

    private final Cells cells;
    private final SchemaRows rows;
    private final Ledger ledger;
    private final ClientSchema schema;
    private final CompanyNames names;

    Schemas(Cells cells, SchemaRows rows, Ledger ledger, ClientSchema schema, CompanyNames names) {
        this.cells = cells;
        this.rows = rows;
        this.ledger = ledger;
        this.schema = schema;
        this.names = names;
    }

    /**
     * How things stand now, asked by one query a cell, and by two more where a schema lags.
     *
     * @return over all cells
     */
    public SchemaReport report() {
        SortedMap<Integer, Long> versions = new TreeMap<>();
        List<Row> behind = new ArrayList<>();
        long total = 0;
        long atLatest = 0;
        boolean held = false;
        for (String cell : cells.names()) {
            Counted counted = rows.count(cell);
            counted.versions().forEach((number, count) -> versions.merge(number, count, Long::sum));
            total += counted.total();
            atLatest += counted.atLatest();
            if (counted.atLatest() < counted.total() || counted.failures() > 0) {
                behind.addAll(rows.behind(cell, LINES + 1));
                held |= ledger.held(cell);
            }
        }
        List<Row> shown = behind.subList(0, Math.min(LINES, behind.size()));
        return new SchemaReport(
                schema.changelog().latest().number(),
                total,
                atLatest,
                versions,
                held,
                named(shown),
                behind.size() > LINES);
    }

    /**
     * Those of some companies whose schema failed and has not come right since.
     *
     * @param companies ids of the companies
     * @return their ids
     */
    public List<UUID> closed(Collection<UUID> companies) {
        return cells.names().stream()
                .flatMap(cell -> rows.failed(cell, companies).stream())
                .toList();
    }

    private List<SchemaLine> named(List<Row> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var known = names.of(shown.stream().map(Row::role).toList());
        return shown.stream().map(row -> row.line(known.get(row.role()))).toList();
    }
}
