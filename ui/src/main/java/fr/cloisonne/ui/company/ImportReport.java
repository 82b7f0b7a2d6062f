package fr.cloisonne.ui.company;

import com.vaadin.flow.server.streams.DownloadHandler;
import fr.cloisonne.company.importing.CompanyImports;
import fr.cloisonne.company.importing.ImportFault;
import fr.cloisonne.company.importing.ImportId;
import fr.cloisonne.company.importing.ImportLine;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What came of each line, as a file: a row for each, and one for each further fault. */
class ImportReport {

    private static final List<String> COLUMNS =
            List.of(
                    "import.line",
                    "import.siren",
                    "import.name",
                    "import.verdict",
                    "import.column",
                    "import.found",
                    "import.expected",
                    "import.correction");

    private final CompanyImports imports;
    private final ImportWords words;
    private final UserAccountId person;
    private final FirmCard firm;
    private final ImportId id;

    ImportReport(
            CompanyImports imports,
            ImportWords words,
            UserAccountId person,
            FirmCard firm,
            ImportId id) {
        this.imports = imports;
        this.words = words;
        this.person = person;
        this.firm = firm;
        this.id = id;
    }

    DownloadHandler download(TableFormat format, Locale reader) {
        return event -> {
            event.setFileName("import-" + firm.shortName() + "." + format.extension());
            event.setContentType(format.contentType());
            try (TableFile table =
                    format.begin(event.getOutputStream(), words.text("title.import", reader))) {
                table.row(COLUMNS.stream().map(key -> words.text(key, reader)).toList());
                imports.report(
                        person,
                        firm.shortName(),
                        id,
                        line -> rows(line, reader).forEach(row -> write(table, row)));
            }
        };
    }

    private Stream<List<String>> rows(ImportLine line, Locale reader) {
        return line.faults().isEmpty()
                ? Stream.of(row(line, "", "", "", "", reader))
                : line.faults().stream().map(fault -> row(line, fault, reader));
    }

    private List<String> row(ImportLine line, ImportFault fault, Locale reader) {
        String correction = fault.correction();
        return row(
                line,
                words.column(fault.column(), reader),
                fault.found(),
                words.expected(fault, reader),
                correction == null || fault.code().equals("twice") ? "" : correction,
                reader);
    }

    private List<String> row(
            ImportLine line,
            String column,
            String found,
            String expected,
            String correction,
            Locale reader) {
        return List.of(
                Integer.toString(line.number()),
                line.siren(),
                line.name(),
                words.verdict(line.verdict(), reader),
                column,
                found,
                expected,
                correction);
    }

    private static void write(TableFile table, List<String> row) {
        try {
            table.row(row);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
