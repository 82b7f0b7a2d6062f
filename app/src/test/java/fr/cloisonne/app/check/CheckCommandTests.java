package fr.cloisonne.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.Siren;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder;

    private String good = "";
    private String bad = "";

    @BeforeEach
    void files() throws IOException {
        good = sample().cii();
        // The sum no longer holds: BR-CO-15 among others.
        bad = good.replaceAll("(<ram:GrandTotalAmount>)[^<]+", "$11.00");
        assertThat(bad).isNotEqualTo(good);
        Files.writeString(folder.resolve("bonne.xml"), good);
    }

    @Test
    void aValidFileEndsWithNought() {
        Told told = check("bonne.xml");
        assertThat(told.status()).isEqualTo(CheckCommand.ALL_VALID);
        assertThat(told.out())
                .contains("bonne.xml : conforme")
                .contains("1 document conforme, 0 non conforme, 0 illisible");
        assertThat(told.errors()).isEmpty();
    }

    @Test
    void aFaultyFileIsSaidWithItsRuleAndCorrection() throws IOException {
        Files.writeString(folder.resolve("fausse.xml"), bad);
        Told told = check("--lang", "en", "fausse.xml");
        assertThat(told.status()).isEqualTo(CheckCommand.SOME_INVALID);
        assertThat(told.out())
                .contains("fausse.xml: not valid", "Rule: BR-CO-15", "Correction: ")
                .contains("No valid document, 1 not valid, 0 unreadable");
    }

    @Test
    void eachLineOfJsonStandsForADocumentInTheOrderOfTheArchive() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("lot.zip")))) {
            put(zip, "01/bonne.xml", good);
            put(zip, "02/fausse.xml", bad);
            put(zip, "03/../../dehors.xml", good);
            put(zip, "04.txt", "Bonjour");
            for (int i = 5; i < 30; i++) {
                put(zip, "%02d.xml".formatted(i), good);
            }
        }
        Told told = check("--json", "lot.zip", "bonne.xml");
        List<JsonNode> lines = told.out().lines().map(JSON::readTree).toList();
        assertThat(told.status()).isEqualTo(CheckCommand.SOME_INVALID);
        assertThat(lines).hasSize(30);
        assertThat(lines.subList(0, 5).stream().map(line -> text(line, "verdict")))
                .containsExactly("valid", "invalid", "unreadable", "unreadable", "valid");
        assertThat(lines.subList(0, 29).stream().map(line -> text(line, "entry"))).isSorted();
        assertThat(text(lines.getFirst(), "syntax")).isEqualTo("cii");
        assertThat(text(lines.getFirst(), "profile")).startsWith("urn:cen.eu:en16931:2017");
        assertThat(lines.getLast().has("entry")).isFalse();
        JsonNode anomaly = lines.get(1).get("anomalies").get(0);
        assertThat(Stream.of("rule", "severity", "message", "correction"))
                .allMatch(member -> !text(anomaly, member).isBlank());
        assertThat(text(lines.get(2).get("anomalies").get(0), "rule"))
                .isEqualTo("CLO-ARCHIVE-PATH");
    }

    @Test
    void aFolderIsReadToItsDepthsAndStandardInputToo() throws IOException {
        Files.createDirectories(folder.resolve("lot/sous"));
        Files.writeString(folder.resolve("lot/sous/b.xml"), good);
        Files.writeString(folder.resolve("lot/a.xml"), good);
        Files.writeString(folder.resolve("lot/.caché"), "x");
        Files.createSymbolicLink(folder.resolve("lot/rond"), folder.resolve("lot"));
        Told told = check("lot", "-");
        assertThat(told.status()).isEqualTo(CheckCommand.ALL_VALID);
        assertThat(told.out().lines().filter(line -> line.contains(" : conforme")))
                .containsExactly(
                        "lot/a.xml : conforme", "lot/sous/b.xml : conforme", "- : conforme");
    }

    @Test
    void whatIsMissingIsSaidAndTheOthersAreJudged() {
        Told told = check("absente.xml", "bonne.xml");
        assertThat(told.status()).isEqualTo(CheckCommand.NOT_DONE);
        assertThat(told.errors()).contains("absente.xml");
        assertThat(told.out()).contains("bonne.xml : conforme");
    }

    @Test
    void anotherCompanysInvoiceIsNotValidWhereOneIsNamed() {
        assertThat(check("--company", "900 000 019", "bonne.xml").status()).isZero();
        Told told = check("--company", "912345675", "--json", "bonne.xml");
        assertThat(told.status()).isEqualTo(CheckCommand.SOME_INVALID);
        assertThat(told.out()).contains("CLO-SELLER");
    }

    @Test
    void aWrongCommandIsSaidInOneLine() {
        assertThat(check().errors()).contains("check needs a file");
        assertThat(check("--what", "bonne.xml").errors()).contains("unknown option --what");
        assertThat(check("--company", "123", "bonne.xml").errors()).contains("SIREN");
        assertThat(check("--lang", "de", "bonne.xml").status()).isEqualTo(CheckCommand.NOT_DONE);
        assertThat(check("--lang").errors()).contains("needs a value");
    }

    @Test
    void aNameThatWouldColourTheTerminalDoesNot() throws IOException {
        Files.writeString(folder.resolve("a\u001b[31m\u202Ebonne.xml"), good);
        assertThat(check("a\u001b[31m\u202Ebonne.xml").out())
                .contains("bonne.xml : conforme")
                .doesNotContain("\u001b", "\u202E");
    }

    private record Told(int status, String out, String errors) {}

    private Told check(String... arguments) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        String[] all =
                Stream.concat(
                                Stream.of("--lang", "fr", "--from", folder.toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new);
        try {
            int status =
                    CheckCommand.run(
                            all,
                            new ByteArrayInputStream(good.getBytes(StandardCharsets.UTF_8)),
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(errors, true, StandardCharsets.UTF_8));
            // No-break spaces are for the eye.
            return new Told(status, plain(out), plain(errors));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String plain(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace('\u00A0', ' ');
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static SampleInvoice sample() {
        return new SampleInvoice(
                new Siren("900000019"),
                "Boulangerie du Lac",
                new Siren("912345675"),
                "Café de la Gare",
                "F-2026-001",
                LocalDate.of(2026, 10, 1),
                "Pain de campagne",
                10,
                new BigDecimal("100"));
    }
}
