package fr.cloisonne.ui.company;

import fr.cloisonne.company.importing.CompanyImports;
import fr.cloisonne.company.importing.ImportFault;
import fr.cloisonne.company.importing.ImportId;
import fr.cloisonne.company.importing.ImportLine;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.invoicing.staging.StagedFile;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.table.TableFile;
import fr.cloisonne.ui.table.TableFormat;
import fr.cloisonne.ui.taken.TakenFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
    private final ImportDesk desk;
    private final UserAccountId person;
    private final FirmCard firm;
    private final ImportId id;

    ImportReport(
            CompanyImports imports,
            ImportDesk desk,
            UserAccountId person,
            FirmCard firm,
            ImportId id) {
        this.imports = imports;
        this.desk = desk;
        this.person = person;
        this.firm = firm;
        this.id = id;
    }

    TakenFile file(TableFormat format, Locale reader) {
        return new TakenFile(
                desk.taking(),
                new Taken.OfFirm(
                        person,
                        firm.shortName(),
                        Right.MANAGE_COMPANIES,
                        "import",
                        Map.of("import", id.toString(), "format", format.extension())),
                "import-" + firm.shortName() + "." + format.extension(),
                format.contentType(),
                out -> send(format, reader, out));
    }

    /** The lines are read at the speed of the disk, whatever that of the one who takes them. */
    private long send(TableFormat format, Locale reader, OutputStream to) throws IOException {
        AtomicLong lines = new AtomicLong();
        try (StagedFile whole =
                desk.staging()
                        .write(person, firm.id(), out -> lines.set(write(format, reader, out)))) {
            whole.sendTo(to);
        }
        return lines.get();
    }

    private long write(TableFormat format, Locale reader, OutputStream out) throws IOException {
        AtomicLong written = new AtomicLong();
        try (TableFile table = format.begin(out, desk.words().text("title.import", reader))) {
            table.row(COLUMNS.stream().map(key -> desk.words().text(key, reader)).toList());
            imports.report(
                    person,
                    firm.shortName(),
                    id,
                    line -> {
                        rows(line, reader).forEach(row -> write(table, row));
                        written.incrementAndGet();
                    });
        }
        return written.get();
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
                desk.words().column(fault.column(), reader),
                fault.found(),
                desk.words().expected(fault, reader),
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
                desk.words().verdict(line.verdict(), reader),
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
