package fr.cloisonne.invoicing.reading;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Errors are thrown and told as anomalies; nothing is printed. */
final class Silent implements ErrorHandler {

    @Override
    public void warning(SAXParseException warning) {
        // A parser's warning is no fault of the document.
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
        throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
        throw error;
    }
}
