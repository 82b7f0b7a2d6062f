package fr.cloisonne.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTests {

    @TempDir private Path folder;

    @Test
    void csvOpensByADoubleClickAndHoldsNoFormula() throws IOException {
        assertThat(new String(written(TableFormat.CSV), StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFNom;Client\r\n\"Élodie \"\"L\"\"\";\"Café; bar\"\r\n'=1+1;'@somme\r\n'-2;'\tx\r\n");
    }

    @Test
    void aWorkbookHoldsTextsAlone() throws IOException {
        Path file = Files.write(folder.resolve("droits.xlsx"), written(TableFormat.XLSX));
        String sheet;
        try (ZipFile book = new ZipFile(file.toFile())) {
            ZipEntry part = book.getEntry("xl/worksheets/sheet1.xml");
            sheet = new String(book.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(sheet).contains("Caf&#xe9;; bar").contains("=1+1").doesNotContain("<f>");
    }

    private static byte[] written(TableFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableFile table = format.begin(out, "Droits")) {
            table.row(List.of("Nom", "Client"));
            table.row(List.of("Élodie \"L\"", "Café; bar"));
            table.row(List.of("=1+1", "@somme"));
            table.row(List.of("-2", "\tx"));
        }
        return out.toByteArray();
    }
}
