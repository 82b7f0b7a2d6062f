package fr.cloisonne.company.importing;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook, unpacked only as they are read, and all together no further than a
 * bound: what is packed denser than any spreadsheet would is not believed.
 */
final class WorkbookParts implements AutoCloseable {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final XMLInputFactory XML = safe();

    private final ZipFile zip;
    private long left = MOST_BYTES;

    WorkbookParts(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        if (zip.size() > MOST_ENTRIES) {
            zip.close();
            throw new ImportRefusedException(Reason.HOSTILE);
        }
    }

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the workbook is read");
        });
        return factory;
    }

    /** What is done with a part. */
    @FunctionalInterface
    interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Reads a part, if it is there. */
    void read(String name, Reading reading) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            reading.read(xml);
            xml.close();
        } catch (XMLStreamException broken) {
            Optional<ImportRefusedException> refused = refusal(broken);
            throw refused.orElseGet(() -> new ImportRefusedException(Reason.BROKEN));
        }
    }

    /** The parser wraps what the stream says. */
    private static Optional<ImportRefusedException> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ImportRefusedException refused) {
                return Optional.of(refused);
            }
            if (cause instanceof XMLStreamException xml && xml.getNestedException() != null) {
                return refusal(xml.getNestedException());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new ImportRefusedException(Reason.HOSTILE);
            }
        }
    }
}
