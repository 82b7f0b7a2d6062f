package fr.cloisonne.ui.company;

import fr.cloisonne.company.importing.ImportColumn;
import fr.cloisonne.company.importing.ImportFault;
import fr.cloisonne.company.importing.ImportRefusedException;
import fr.cloisonne.company.importing.ImportSheet;
import fr.cloisonne.company.importing.ImportState;
import fr.cloisonne.company.importing.ImportVerdict;
import fr.cloisonne.ui.text.Translations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said of an import, its lines and their faults. */
@Component
class ImportWords {

    private final Translations texts;

    ImportWords(Translations texts) {
        this.texts = texts;
    }

    /** The headings of the template; the column that may stand for another is left out. */
    List<String> headings(Locale reader) {
        return Arrays.stream(ImportColumn.values())
                .filter(column -> column != ImportColumn.SIRET)
                .map(column -> column(column, reader))
                .toList();
    }

    String column(@Nullable ImportColumn column, Locale reader) {
        return column == null ? "" : text("import.column." + column.name(), reader);
    }

    String refusal(String file, ImportRefusedException refused, Locale reader) {
        String columns =
                refused.columns().stream()
                        .map(column -> "« " + column(column, reader) + " »")
                        .collect(Collectors.joining(", "));
        return text("import.refused." + refused.reason(), reader, file, refused.number(), columns);
    }

    /** How far it has come, in numbers. */
    String state(ImportSheet sheet, Locale reader) {
        int done = sheet.total() - sheet.count(ImportVerdict.WAITING, ImportVerdict.BEGUN);
        return text(
                "import.state."
                        + (sheet.going() && sheet.state() == ImportState.CANCELLED
                                ? "STOPPING"
                                : sheet.state().name()),
                reader,
                sheet.total(),
                done,
                sheet.count(ImportVerdict.ADDED));
    }

    String verdict(ImportVerdict verdict, Locale reader) {
        return text("import.verdict." + verdict, reader);
    }

    /** What was expected there. */
    String expected(ImportFault fault, Locale reader) {
        String key = "import.fault." + fault.code();
        if (texts.has(key, reader)) {
            return text(
                    key, reader, fault.found(), Optional.ofNullable(fault.correction()).orElse(""));
        }
        String known = "invalid." + fault.code();
        String family = "invalid." + fault.code().split("\\.", -1)[0];
        return text(texts.has(known, reader) ? known : family, reader);
    }

    /** Column, what was found, what was expected. */
    String fault(ImportFault fault, Locale reader) {
        if (fault.column() == null) {
            return expected(fault, reader);
        }
        String column = column(fault.column(), reader);
        return fault.found().isEmpty()
                ? text("import.fault.nothing", reader, column, expected(fault, reader))
                : text(
                        "import.fault.found",
                        reader,
                        column,
                        fault.found(),
                        expected(fault, reader));
    }

    String text(String key, Locale reader, Object... params) {
        return texts.getTranslation(key, reader, params);
    }
}
