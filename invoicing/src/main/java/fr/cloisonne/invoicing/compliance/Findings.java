package fr.cloisonne.invoicing.compliance;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a Schematron report while it is written: each failed assertion, and nothing else of it is
 * kept. It is also where a run that nobody waits for any more ends.
 */
final class Findings extends DefaultHandler {

    private final Consumer<Failed> found;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Failed open;

    Findings(Consumer<Failed> found) {
        this.found = found;
    }

    /** A failed assertion as the report has it. */
    record Failed(
            @Nullable String id, @Nullable String flag, @Nullable String location, String text) {}

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes of)
            throws SAXException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SAXException("Stopped");
        }
        if (name.equals("failed-assert")) {
            text.setLength(0);
            open = new Failed(of.getValue("id"), of.getValue("flag"), of.getValue("location"), "");
        }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (open != null) {
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        if (open != null && name.equals("failed-assert")) {
            String said = text.toString().strip().replaceAll("\\s+", " ");
            found.accept(new Failed(open.id(), open.flag(), open.location(), said));
            open = null;
        }
    }
}
