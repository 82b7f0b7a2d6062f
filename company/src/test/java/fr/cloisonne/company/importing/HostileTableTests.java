package fr.cloisonne.company.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody hands in, the answer is lines or a refusal with a reason, in bounded time. */
@Timeout(120)
class HostileTableTests {

    private static final int TRIES = "full".equals(System.getProperty("tests.size")) ? 20_000 : 600;

    @TempDir private Path folder = Path.of("");

    @Test
    void aMutilatedTextIsReadOrRefused() {
        String sound =
                TableFixture.HEAD
                        + "900000019;\"Noël; \"\"Fils\"\"\";1 rue Basse;73000;Chambéry\r\n"
                                .repeat(5);
        mutilate(sound.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMutilatedWorkbookIsReadOrRefused() {
        List<Object> head = List.of("SIRET", "Nom", "Adresse", "Code postal", "Ville");
        List<Object> line = List.of(90000001900019L, "Noël", "1 rue", 73000, "Albens");
        mutilate(TableFixture.workbook(List.of(head, line, line)));
    }

    /** Damage inside the sheet itself, where the archive around it is sound. */
    @Test
    void aMutilatedSheetIsReadOrRefused() {
        Random random = new Random(11);
        String sheet =
                TableFixture.sheet(
                        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><f t='shared' si='0'>A1</f><v>12</v></c></row>");
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = damaged(sheet.getBytes(StandardCharsets.UTF_8), random);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            readOrRefused(TableFixture.packed(text, "<sst><si><t>SIREN</t></si></sst>"));
        }
    }

    private void mutilate(byte[] sound) {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            readOrRefused(damaged(sound, random));
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0
                ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
                : bytes;
    }

    private void readOrRefused(byte[] bytes) {
        Path file = TableFixture.file(folder, bytes);
        try {
            for (JudgedLine line : ListReading.of(file, 100).lines()) {
                assertThat(line.line().name().length()).isLessThanOrEqualTo(200);
            }
        } catch (ImportRefusedException refused) {
            assertThat(refused.reason()).isNotNull();
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsStopped() {
        refuses(
                Reason.HOSTILE,
                TableFixture.packed(TableFixture.sheet(" ".repeat(70_000_000)), "<sst/>"));
    }

    @Test
    void entitiesAreRefusedAndNoFileIsReadForThem() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "CANARI");
        String entity =
                "<!DOCTYPE x [<!ENTITY e SYSTEM '%s'>]>".formatted(secret.toUri())
                        + TableFixture.sheet("<row><c t='inlineStr'><is><t>&e;</t></is></c></row>");
        refuses(Reason.HOSTILE, TableFixture.packed(entity, "<sst/>"));
        String laughs =
                "<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                        + TableFixture.sheet("<row><c t='inlineStr'><is><t>&b;</t></is></c></row>");
        refuses(Reason.HOSTILE, TableFixture.packed(laughs, "<sst/>"));
    }

    @Test
    void placesBeyondAnySheetFillNoMemory() {
        for (String cell :
                List.of(
                        "<c t='s'><v>2000000000</v></c>",
                        "<c t='s'><v>-1</v></c>",
                        "<c t='s'><v>7</v></c>")) {
            refuses(
                    Reason.BROKEN,
                    TableFixture.packed(TableFixture.sheet("<row>" + cell + "</row>"), "<sst/>"));
        }
        for (String cell :
                List.of(
                        "<c r='ZZZZZZZ1'><v>1</v></c>",
                        "<c><v>1E999999999</v></c>",
                        "<c><v>%s</v></c>".formatted("9".repeat(1_000_000)),
                        "<c><f>%s</f></c>".formatted("A1+".repeat(300_000)))) {
            readOrRefused(
                    TableFixture.packed(TableFixture.sheet("<row>" + cell + "</row>"), "<sst/>"));
        }
    }

    private void refuses(Reason reason, byte[] bytes) {
        Path file = TableFixture.file(folder, bytes);
        assertThatThrownBy(() -> ListReading.of(file, 100))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
