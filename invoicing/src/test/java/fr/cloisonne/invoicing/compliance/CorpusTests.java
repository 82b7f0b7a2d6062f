package fr.cloisonne.invoicing.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The verdicts of real documents against those stated and measured elsewhere, where the folder of
 * real documents is at hand.
 */
class CorpusTests {

    private static final Path CORPUS = Path.of("../../shared/corpus");
    private static final CheckContext CONTEXT =
            new CheckContext(new Siren("900000019"), LocalDate.of(2026, 11, 24));

    @Test
    void officialRulesSayWhatWasMeasured() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no folder of real documents here");
        List<String> different = new ArrayList<>();
        List<String> rows = Files.readAllLines(CORPUS.resolve("index.csv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            boolean invoice = Set.of("cii", "ubl-invoice", "ubl-creditnote").contains(cells.get(2));
            if (invoice && "ok".equals(cells.get(15)) && en16931(cells.get(3))) {
                Set<String> measured = ids(cells.get(16));
                Set<String> found = european(check(cells.get(1)));
                if (!measured.equals(found)) {
                    different.add(cells.get(1) + ": " + measured + " but " + found);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void frenchRulesSayWhatWasMeasured() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no folder of real documents here");
        int compared = 0;
        List<String> different = new ArrayList<>();
        List<String> rows = Files.readAllLines(CORPUS.resolve("index.csv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            Verdict verdict = check(cells.get(1));
            if (verdict.invoice() != null
                    && "ok".equals(cells.get(15))
                    && "FR".equals(verdict.invoice().seller().country())) {
                compared++;
                Set<String> found = french(verdict);
                if (!ids(cells.get(18)).equals(found)) {
                    different.add(cells.get(1) + ": " + ids(cells.get(18)) + " but " + found);
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(20);
    }

    private static Set<String> french(Verdict verdict) {
        return verdict.anomalies().stream()
                .map(Anomaly::rule)
                .filter(rule -> rule.startsWith("BR-FR"))
                .collect(Collectors.toSet());
    }

    /** No rule file may be left out because the engine missed something of its own. */
    @Test
    void noRuleFileAsksForWhatIsNotThere() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no folder of real documents here");
        List<String> stopped = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                compliance().check(file, CONTEXT).anomalies().stream()
                        .filter(found -> found.rule().equals("CLO-ENGINE"))
                        .filter(found -> String.valueOf(found.source()).contains("codedb"))
                        .forEach(found -> stopped.add(file.getFileName() + " " + found.source()));
            }
        }
        assertThat(stopped).isEmpty();
    }

    @Test
    void everyDocumentGetsAVerdictInBothLanguages() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no folder of real documents here");
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (Anomaly anomaly : compliance().check(file, CONTEXT).anomalies()) {
                    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                        AnomalyText text = AnomalyTexts.render(anomaly, language);
                        assertThat(text.title()).isNotBlank();
                        assertThat(text.correction()).isNotBlank();
                    }
                }
            }
        }
    }

    private static Verdict check(String file) throws IOException {
        return compliance().check(CORPUS.resolve(file), CONTEXT);
    }

    private static Compliance compliance() {
        return Checks.COMPLIANCE;
    }

    private static boolean en16931(String profile) {
        return !profile.contains("extended")
                && !profile.contains("minimum")
                && !profile.contains("basicwl");
    }

    private static Set<String> european(Verdict verdict) {
        return verdict.anomalies().stream()
                .filter(Anomaly::refuses)
                .map(Anomaly::rule)
                .filter(rule -> !rule.startsWith("BR-FR") && !rule.startsWith("CLO-"))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(String cell) {
        return cell.isBlank() ? Set.of() : Set.of(cell.split(";"));
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (row + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
