package fr.cloisonne.invoicing.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The PDF around a Factur-X invoice (ISO 19005-3, Factur-X 1.07 §6): what it carries, and how. */
final class PdfContainer {

    private static final Set<String> NAMES =
            Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");
    private static final Set<String> RELATIONS = Set.of("Data", "Source", "Alternative");

    private PdfContainer() {}

    /** The XML inside, the profile that the PDF states, and the rules that the container breaks. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Content(byte[] xml, Optional<String> profile, List<String> faults) {}

    /** A PDF that cannot be read, by the rule that says why. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final String rule;

        Refused(String rule) {
            super(rule);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    static Content open(Path file, int longest) throws Refused {
        try (var source = new RandomAccessReadBufferedFile(file.toFile());
                PDDocument pdf = new BoundedParser(source).parse()) {
            if (pdf.isEncrypted()) {
                throw new Refused("CLO-PDF-PASSWORD");
            }
            return content(pdf, longest);
        } catch (InvalidPasswordException locked) {
            throw new Refused("CLO-PDF-PASSWORD");
        } catch (Refused refused) {
            throw refused;
        } catch (PdfBomb bomb) {
            throw new Refused("CLO-FILE-HOSTILE");
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw new Refused("CLO-PDF-DAMAGED");
        }
    }

    private static Content content(PDDocument pdf, int longest) throws IOException {
        Map<String, PDComplexFileSpecification> files = new TreeMap<>();
        var names = pdf.getDocumentCatalog().getNames();
        if (names != null && names.getEmbeddedFiles() != null) {
            collect(names.getEmbeddedFiles(), files, 0);
        }
        Optional<PDComplexFileSpecification> invoice =
                files.values().stream().filter(file -> NAMES.contains(name(file))).findFirst();
        if (invoice.isEmpty()) {
            boolean otherName = files.values().stream().anyMatch(f -> name(f).endsWith(".xml"));
            throw new Refused(otherName ? "CLO-PDF-NAME" : "CLO-PDF-NO-XML");
        }
        PDEmbeddedFile embedded = invoice.get().getEmbeddedFile();
        if (embedded == null) {
            throw new Refused("CLO-PDF-NO-XML");
        }
        byte[] xml = PdfStreams.decoded(embedded.getCOSObject(), longest);
        return new Content(xml, ConformanceLevel.stated(pdf), faults(pdf, invoice.get()));
    }

    private static List<String> faults(PDDocument pdf, PDComplexFileSpecification invoice) {
        List<String> faults = new ArrayList<>();
        var catalogue = pdf.getDocumentCatalog().getCOSObject();
        if (!(catalogue.getDictionaryObject(COSName.AF) instanceof COSArray linked)
                || linked.size() == 0) {
            faults.add("CLO-PDF-AF");
        }
        String relation = invoice.getCOSObject().getNameAsString("AFRelationship");
        if (relation == null || !RELATIONS.contains(relation)) {
            faults.add("CLO-PDF-RELATION");
        }
        if (pdf.getDocumentCatalog().getOutputIntents().isEmpty()) {
            faults.add("CLO-PDF-OUTPUT-INTENT");
        }
        return faults;
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node,
            Map<String, PDComplexFileSpecification> files,
            int depth)
            throws IOException {
        if (node.getNames() != null) {
            files.putAll(node.getNames());
        }
        if (node.getKids() != null && depth < 20 && files.size() < 1_000) {
            for (var kid : node.getKids()) {
                collect(kid, files, depth + 1);
            }
        }
    }

    private static String name(PDComplexFileSpecification file) {
        String name = file.getFileUnicode() == null ? file.getFile() : file.getFileUnicode();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
