package fr.cloisonne.invoicing.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.invoicing.sample.SampleFacturX;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.Siren;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good documents, mutilated at random: whatever comes, there is a verdict, and its words can be
 * said. The seed is fixed and printed with a failure, so that it can be repeated.
 */
class MutilatedDocumentTests {

    private static final long SEED = 20_261_124;

    private static final SampleInvoice SAMPLE =
            new SampleInvoice(
                    new Siren("900000019"),
                    "Boulangerie du Lac",
                    new Siren("912345675"),
                    "Café de la Gare",
                    "F-1",
                    LocalDate.of(2026, 10, 1),
                    "Conseil",
                    10,
                    new BigDecimal("100"));

    private static final CheckContext CONTEXT =
            new CheckContext(new Siren("900000019"), LocalDate.of(2026, 11, 1));

    @TempDir private Path folder;

    @Test
    void whateverComesThereIsAVerdictAndItCanBeSaid() throws IOException {
        Compliance compliance = Checks.COMPLIANCE;
        List<byte[]> good =
                List.of(
                        SAMPLE.ubl().getBytes(StandardCharsets.UTF_8),
                        SAMPLE.cii().getBytes(StandardCharsets.UTF_8),
                        SampleFacturX.of(SAMPLE));
        boolean full = "full".equals(System.getProperty("tests.size"));
        Random random = new Random(SEED);
        Path file = folder.resolve("document");
        for (int round = 0; round < (full ? 6_000 : 240); round++) {
            byte[] document = mutilated(good.get(round % good.size()), random);
            Files.write(file, document);
            Verdict verdict = compliance.check(file, CONTEXT);
            assertThat(verdict.refusal() == null)
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(
                            verdict.anomalies().stream()
                                    .noneMatch(a -> a.severity() == Severity.ERROR));
            for (Anomaly anomaly : verdict.anomalies()) {
                for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    AnomalyText text = AnomalyTexts.render(anomaly, language);
                    assertThat(text.title()).isNotBlank();
                    assertThat(text.toString()).doesNotContain("Exception", "\tat ");
                }
            }
        }
    }

    private static byte[] mutilated(byte[] good, Random random) {
        byte[] document = good.clone();
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(document, random.nextInt(document.length));
            case 1 -> without(document, random);
            case 2 -> twice(document, random);
            default -> {
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    document[random.nextInt(document.length)] = (byte) random.nextInt(32, 127);
                }
                yield document;
            }
        };
    }

    /** A piece is missing: often an element, an attribute or half of one. */
    private static byte[] without(byte[] document, Random random) {
        int from = random.nextInt(document.length);
        int to = Math.min(document.length, from + random.nextInt(200));
        byte[] rest = new byte[document.length - (to - from)];
        System.arraycopy(document, 0, rest, 0, from);
        System.arraycopy(document, to, rest, from, document.length - to);
        return rest;
    }

    private static byte[] twice(byte[] document, Random random) {
        int from = random.nextInt(document.length);
        int length = Math.min(document.length - from, random.nextInt(200));
        byte[] longer = new byte[document.length + length];
        System.arraycopy(document, 0, longer, 0, from + length);
        System.arraycopy(document, from, longer, from + length, document.length - from);
        return longer;
    }
}
