package fr.cloisonne.invoicing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fr.cloisonne.invoicing.reading.Reading.Unreadable;
import fr.cloisonne.invoicing.sample.SampleFacturX;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.value.Siren;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small PDFs that inflate to more than the whole heap: refused, and little memory is taken. */
class PdfBombTests {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_ALLOCATED = 300 * MEGABYTE;
    private static final String FLATE = "/Filter/FlateDecode";

    private static byte[] bomb = new byte[0];

    @TempDir private Path folder;

    /** 1.2 GB, in 1.2 MB. */
    @BeforeAll
    static void deflate() throws IOException {
        bomb = deflated(new byte[MEGABYTE], 1_200);
    }

    @Test
    void anAttachmentThatInflatesBeyondTheHeapIsRefused() throws IOException {
        assertRefused(facturX(true, bomb, COSName.FLATE_DECODE));
    }

    @Test
    void anAttachmentDeflatedTwiceIsRefused() throws IOException {
        COSArray twice = new COSArray();
        twice.add(COSName.FLATE_DECODE);
        twice.add(COSName.FLATE_DECODE);
        byte[] small = deflated(bomb, 1);
        assertThat(small.length).isLessThan(20_000);
        assertRefused(facturX(true, small, twice));
    }

    @Test
    void metadataThatInflateBeyondTheHeapAreRefused() throws IOException {
        assertRefused(facturX(false, bomb, COSName.FLATE_DECODE));
    }

    @Test
    void anObjectStreamIsRefusedWhetherTheTableNamesItOrTheSearchFindsIt() throws IOException {
        byte[] objects = object("1 0 obj<</Type/ObjStm/N 1/First 4" + FLATE, bomb);
        byte[] entries = {1, 0, 0, 0, 9, 0, 2, 0, 0, 0, 1, 0};
        String table = "3 0 obj<</Type/XRef/Size 3/Index[1 2]/W[1 4 1]/Root 2 0 R";
        assertRefused(pdf(objects, object(table, entries), objects.length));
        assertRefused(pdf(objects, new byte[0], 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/W[1 4 1]/Size 2000000000" + FLATE,
                "/W[0 0 0]/Size 2000000000",
                "/W[1 1 1]/Size 9" + FLATE + "/DecodeParms<</Predictor 12/Columns 2000000000>>",
                "/W[1 1 1]/Size 9" + FLATE + "/DecodeParms<</Predictor 2/Columns 0>>"
            })
    void aTableThatGrowsIsRefused(String table) throws IOException {
        byte[] content = table.contains(FLATE) ? bomb : new byte[1];
        String head = "3 0 obj<</Type/XRef/Root 2 0 R" + table;
        assertRefused(pdf(new byte[0], object(head, content), 0));
    }

    @Test
    void moreObjectsThanAnInvoiceHasAreRefused() throws IOException {
        String many = "2 0 obj<</Type/Catalog/X[" + "<<>>".repeat(3 * MEGABYTE) + "]>>endobj\n";
        byte[] objects = many.getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(pdf(objects, new byte[0], 0));
    }

    private void assertRefused(byte[] pdf) throws IOException {
        Path file = Files.write(folder.resolve("bomb.pdf"), pdf);
        InvoiceReader reader = new InvoiceReader();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Reading reading = reader.read(file);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(reading).isEqualTo(new Unreadable("CLO-FILE-HOSTILE", "PDF"));
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    private static byte[] facturX(boolean attachment, byte[] raw, COSBase filter)
            throws IOException {
        SampleInvoice sample =
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
        try (PDDocument pdf = Loader.loadPDF(SampleFacturX.of(sample))) {
            var catalogue = pdf.getDocumentCatalog();
            var files = catalogue.getNames().getEmbeddedFiles().getNames().values();
            COSStream stream =
                    attachment
                            ? files.iterator().next().getEmbeddedFile().getCOSObject()
                            : catalogue.getMetadata().getCOSObject();
            try (var out = stream.createRawOutputStream()) {
                out.write(raw);
            }
            stream.setItem(COSName.FILTER, filter);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            pdf.save(file);
            return file.toByteArray();
        }
    }

    private static byte[] deflated(byte[] content, int times) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(small)) {
            for (int i = 0; i < times; i++) {
                deflater.write(content);
            }
        }
        return small.toByteArray();
    }

    private static byte[] object(String head, byte[] content) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(latin("%s/Length %d>>stream\n".formatted(head, content.length)));
        object.writeBytes(content);
        object.writeBytes(latin("\nendstream\nendobj\n"));
        return object.toByteArray();
    }

    private static byte[] pdf(byte[] objects, byte[] table, int tableAfter) {
        String head = "%PDF-1.7\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(latin(head));
        file.writeBytes(objects);
        file.writeBytes(table);
        if (table.length > 0) {
            file.writeBytes(latin("startxref\n%d\n".formatted(head.length() + tableAfter)));
        }
        file.writeBytes(latin("%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
