package fr.cloisonne.invoicing.reading;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Lets so many elements pass: a tree costs memory for each, and thirty megabytes of empty ones
 * would cost more than a node has. A reading that nobody waits for any more ends here too.
 */
final class CountedElements extends XMLFilterImpl {

    /** About twenty-five thousand lines of an invoice. */
    static final int MOST = 1_000_000;

    private int left = MOST;

    CountedElements(XMLReader parser) {
        super(parser);
        setErrorHandler(new Silent());
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes of)
            throws SAXException {
        if (--left < 0) {
            throw new TooManyException();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SAXException("Stopped");
        }
        super.startElement(namespace, name, qualified, of);
    }

    /** More elements than a document may have. */
    static final class TooManyException extends SAXException {

        private static final long serialVersionUID = 1L;
    }
}
