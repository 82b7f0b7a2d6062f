package fr.cloisonne.invoicing.reading;

import java.io.IOException;
import java.util.Optional;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The Factur-X profile, as a PDF states it in its metadata and as its XML does in BT-24. */
final class ConformanceLevel {

    private static final int LONGEST = 8 * 1024 * 1024;

    private ConformanceLevel() {}

    /** What the PDF's XMP says; empty where it says nothing that can be read. */
    static Optional<String> stated(PDDocument pdf) throws IOException {
        var metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return Optional.empty();
        }
        try {
            return level(Trees.parse(PdfStreams.decoded(metadata.getCOSObject(), LONGEST)));
        } catch (SAXException | SaxonApiException unreadable) {
            return Optional.empty();
        }
    }

    /** An element or an attribute: both are XMP. */
    private static Optional<String> level(XdmNode metadata) {
        for (var nodes = metadata.axisIterator(Axis.DESCENDANT); nodes.hasNext(); ) {
            XdmNode node = nodes.next();
            if (named(node)) {
                return Optional.of(node.getStringValue().strip());
            }
            for (var attributes = node.axisIterator(Axis.ATTRIBUTE); attributes.hasNext(); ) {
                XdmNode attribute = attributes.next();
                if (named(attribute)) {
                    return Optional.of(attribute.getStringValue().strip());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean named(XdmNode node) {
        return node.getNodeName() != null
                && node.getNodeName().getLocalName().equals("ConformanceLevel");
    }

    /** What an XML of this profile (BT-24) asks the PDF to say; empty where that is not fixed. */
    static Optional<String> of(@Nullable String profile) {
        return switch (profile) {
            case "urn:factur-x.eu:1p0:minimum" -> Optional.of("MINIMUM");
            case "urn:factur-x.eu:1p0:basicwl" -> Optional.of("BASIC WL");
            case "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic" ->
                    Optional.of("BASIC");
            case "urn:cen.eu:en16931:2017" -> Optional.of("EN 16931");
            case "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended" ->
                    Optional.of("EXTENDED");
            case null, default -> Optional.empty();
        };
    }
}
