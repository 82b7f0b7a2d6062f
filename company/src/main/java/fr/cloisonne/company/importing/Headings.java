package fr.cloisonne.company.importing;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each column stands, as the first line says.
 *
 * @param places the columns that are ours
 * @param ignored headings that are none of ours
 */
record Headings(Map<ImportColumn, Integer> places, List<String> ignored) {

    static Headings of(SheetRow first) {
        Map<ImportColumn, Integer> places = new EnumMap<>(ImportColumn.class);
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < first.cells().size(); place++) {
            String heading = first.cell(place).text();
            Optional<ImportColumn> column = ImportColumn.under(heading);
            if (column.isPresent()) {
                if (places.putIfAbsent(column.get(), place) != null) {
                    throw new ImportRefusedException(Reason.COLUMN_TWICE, List.of(column.get()));
                }
            } else if (!heading.isEmpty()) {
                ignored.add(heading.substring(0, Math.min(60, heading.length())));
            }
        }
        requireAll(places);
        return new Headings(places, ignored);
    }

    private static void requireAll(Map<ImportColumn, Integer> places) {
        List<ImportColumn> missing =
                ImportColumn.REQUIRED.stream()
                        .filter(column -> !places.containsKey(column))
                        .filter(column ->
                                column != ImportColumn.NUMBER
                                        || !places.containsKey(ImportColumn.SIRET))
                        .toList();
        if (!missing.isEmpty()) {
            throw new ImportRefusedException(Reason.COLUMNS_MISSING, missing);
        }
    }

    SheetCell cell(SheetRow row, ImportColumn column) {
        Integer place = places.get(column);
        return place == null ? SheetCell.EMPTY : row.cell(place);
    }
}
