package fr.cloisonne.invoicing.reading;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Parses XML once into Saxon's tree. No document type is allowed, so neither entities from outside
 * nor bombs; Saxon's own default would read external entities.
 */
public final class Trees {

    /** The one processor: compiled rules and trees must share it. */
    public static final Processor PROCESSOR = new Processor(false);

    private static final SAXParserFactory PARSERS = parsers();

    private Trees() {}

    static XdmNode parse(byte[] xml) throws SAXException, SaxonApiException {
        var reader = new CountedElements(reader());
        var source = new SAXSource(reader, new InputSource(new ByteArrayInputStream(xml)));
        return PROCESSOR.newDocumentBuilder().build(source);
    }

    /**
     * A parser that reads nothing but what it is given.
     *
     * @return a new reader
     * @throws SAXException if the platform's parser cannot be made safe
     */
    public static XMLReader reader() throws SAXException {
        try {
            XMLReader reader = PARSERS.newSAXParser().getXMLReader();
            reader.setErrorHandler(new Silent());
            return reader;
        } catch (ParserConfigurationException impossible) {
            throw new SAXException(impossible);
        }
    }

    private static SAXParserFactory parsers() {
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return parsers;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
