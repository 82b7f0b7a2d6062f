package fr.cloisonne.invoicing.reading;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;

/**
 * Parses a PDF whose own structure (object streams, cross-reference streams and tables, objects)
 * stays within a bound. PDFBox's search for lost objects uses the same document and table, and so
 * the same bound.
 */
final class BoundedParser extends PDFParser {

    /** All decoded object and cross-reference streams, in bytes; as objects up to 40 times. */
    private static final int STRUCTURE = 4 * 1024 * 1024;

    private static final int MOST_ITEMS = 500_000;

    private int structure = STRUCTURE;
    private int items = MOST_ITEMS;

    BoundedParser(RandomAccessRead file) throws IOException {
        super(file, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        document.close();
        document = new Document();
        xrefTrailerResolver = new Table();
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        countItem();
        return super.parseDirObject();
    }

    private void countItem() {
        if (--items < 0) {
            throw new PdfBomb();
        }
    }

    private final class Table extends XrefTrailerResolver {

        @Override
        public void setXRef(COSObjectKey key, long offset) {
            countItem();
            super.setXRef(key, offset);
        }
    }

    private final class Document extends COSDocument {

        Document() {
            super(IOUtils.createMemoryOnlyStreamCache(), BoundedParser.this);
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
                throws IOException {
            COSStream stream = new Stream(createRandomAccessReadView(start, length));
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private final class Stream extends COSStream {

        Stream(RandomAccessReadView encoded) throws IOException {
            super(null, encoded);
        }

        /** What the parser reads of object streams and cross-reference streams. */
        @Override
        public RandomAccessRead createView() throws IOException {
            byte[] content = PdfStreams.decoded(this, structure);
            structure -= content.length;
            return new RandomAccessReadBuffer(content);
        }
    }
}
