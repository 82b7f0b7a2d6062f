package fr.cloisonne.invoicing.reading;

import fr.cloisonne.invoicing.reading.CountedElements.TooManyException;
import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.invoicing.reading.Reading.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** Reads one file, recognised by its content and never by its name. */
@Component
public class InvoiceReader {

    /** Longest document, in bytes: what Chorus Pro takes. */
    public static final int LONGEST = 30 * 1024 * 1024;

    /** The test file of the antivirus makers; whoever sends it wants to see it refused. */
    private static final String EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    private static final Pattern PLACE =
            Pattern.compile("lineNumber: (\\d+); columnNumber: (\\d+)");

    /**
     * Reads a file.
     *
     * @param file a file that does not change meanwhile
     * @return what it is, or why it is nothing
     * @throws IOException if the file cannot be read from the disk
     */
    public Reading read(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return new Unreadable("CLO-FILE-EMPTY", "");
        }
        if (size > LONGEST) {
            return new Unreadable("CLO-FILE-TOO-BIG", Long.toString(size));
        }
        byte[] start = start(file);
        return startsWith(start, "%PDF-") ? readPdf(file) : readXml(Files.readAllBytes(file));
    }

    private static Reading readPdf(Path file) {
        try {
            var content = PdfContainer.open(file, LONGEST);
            return parse(content.xml(), Optional.of(content));
        } catch (PdfContainer.Refused refused) {
            boolean hostile = refused.rule().equals("CLO-FILE-HOSTILE");
            return new Unreadable(refused.rule(), hostile ? "PDF" : "");
        }
    }

    private static Reading readXml(byte[] xml) {
        if (new String(xml, 0, Math.min(xml.length, 1_000_000), StandardCharsets.ISO_8859_1)
                .contains(EICAR)) {
            return new Unreadable("CLO-FILE-HOSTILE", "EICAR");
        }
        return parse(xml, Optional.empty());
    }

    private static Reading parse(byte[] xml, Optional<PdfContainer.Content> container) {
        try {
            XdmNode tree = Trees.parse(xml);
            XdmNode root = root(tree);
            QName name = root.getNodeName();
            Optional<Root> known = Root.of(name.getNamespace(), name.getLocalName());
            if (known.isEmpty()) {
                return new Unreadable("CLO-XML-OTHER", name.getLocalName());
            }
            Syntax syntax =
                    container.isPresent()
                            ? Syntax.FACTUR_X
                            : known.get().ubl() ? Syntax.UBL : Syntax.CII;
            var invoice = (known.get().ubl() ? Terms.UBL : Terms.CII).read(root);
            return new Document(
                    syntax,
                    known.get(),
                    xml,
                    tree,
                    invoice,
                    container.map(pdf -> faults(pdf, invoice.profile())).orElse(List.of()));
        } catch (SAXException | SaxonApiException broken) {
            return tooMany(broken)
                    ? new Unreadable("CLO-XML-TOO-MANY", Integer.toString(CountedElements.MOST))
                    : broken(xml, String.valueOf(broken.getMessage()));
        }
    }

    private static boolean tooMany(Exception broken) {
        return Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause)
                .anyMatch(TooManyException.class::isInstance);
    }

    private static List<String> faults(PdfContainer.Content pdf, @Nullable String profile) {
        Optional<String> expected = ConformanceLevel.of(profile);
        boolean another =
                expected.isPresent()
                        && pdf.profile().isPresent()
                        && !expected.equals(pdf.profile());
        return another
                ? Stream.concat(pdf.faults().stream(), Stream.of("CLO-PDF-PROFILE")).toList()
                : pdf.faults();
    }

    /**
     * A document type is an attack or a mistake; anything else is XML that does not hold together.
     */
    private static Unreadable broken(byte[] xml, String message) {
        if (message.contains("DOCTYPE")) {
            return new Unreadable("CLO-FILE-HOSTILE", "DOCTYPE");
        }
        boolean xmlLike =
                new String(xml, 0, Math.min(xml.length, 400), StandardCharsets.ISO_8859_1)
                        .contains("<");
        return xmlLike
                ? new Unreadable("CLO-XML-BROKEN", place(message))
                : new Unreadable("CLO-FILE-UNKNOWN", "");
    }

    /** Line and column; the parser's own words are for programmers. */
    private static String place(String message) {
        var place = PLACE.matcher(message);
        return place.find() ? place.group(1) + ":" + place.group(2) : "";
    }

    private static XdmNode root(XdmNode tree) throws SaxonApiException {
        for (var items = tree.axisIterator(Axis.CHILD); items.hasNext(); ) {
            XdmNode child = items.next();
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                return child;
            }
        }
        throw new SaxonApiException("No element");
    }

    private static byte[] start(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(1024);
        }
    }

    private static boolean startsWith(byte[] start, String mark) {
        return new String(start, StandardCharsets.ISO_8859_1).contains(mark);
    }
}
