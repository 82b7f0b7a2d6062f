package fr.cloisonne.invoicing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/** Decodes the streams of a PDF within a bound; PDFBox decodes them whole before the first read. */
final class PdfStreams {

    private static final int MOST_FILTERS = 4;
    private static final Set<COSName> FILTERS =
            Set.of(
                    COSName.FLATE_DECODE,
                    COSName.FLATE_DECODE_ABBREVIATION,
                    COSName.LZW_DECODE,
                    COSName.LZW_DECODE_ABBREVIATION,
                    COSName.ASCII85_DECODE,
                    COSName.ASCII85_DECODE_ABBREVIATION,
                    COSName.ASCII_HEX_DECODE,
                    COSName.ASCII_HEX_DECODE_ABBREVIATION,
                    COSName.RUN_LENGTH_DECODE,
                    COSName.RUN_LENGTH_DECODE_ABBREVIATION);

    private PdfStreams() {}

    /** The content, or {@link PdfBomb} where it or a step on the way is longer. */
    static byte[] decoded(COSStream stream, int longest) throws IOException {
        List<COSName> filters = filters(stream);
        checkRows(stream.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS));
        InputStream encoded = stream.createRawInputStream();
        for (int i = 0; i < filters.size(); i++) {
            BoundedBytes decoded = new BoundedBytes(longest);
            FilterFactory.INSTANCE
                    .getFilter(filters.get(i))
                    .decode(encoded, decoded, stream, i, DecodeOptions.DEFAULT);
            encoded = new ByteArrayInputStream(decoded.toByteArray());
        }
        byte[] content = encoded.readNBytes(longest + 1);
        if (content.length > longest) {
            throw new PdfBomb();
        }
        return content;
    }

    private static List<COSName> filters(COSStream stream) throws IOException {
        List<COSName> names = new ArrayList<>();
        COSBase stated = stream.getFilters();
        if (stated instanceof COSArray several && several.size() > MOST_FILTERS) {
            throw new PdfBomb();
        }
        for (COSBase name : stated instanceof COSArray several ? several.toList() : one(stated)) {
            if (!(name instanceof COSName known) || !FILTERS.contains(known)) {
                throw new IOException("No filter of text");
            }
            names.add(known);
        }
        return names;
    }

    private static List<COSBase> one(@Nullable COSBase stated) {
        return stated == null ? List.of() : List.of(stated);
    }

    /** The predictor sets aside two rows as long as the file says. */
    private static void checkRows(@Nullable COSBase parameters) {
        if (parameters instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSDictionary one) {
                    checkRows(one);
                }
            }
        } else if (parameters instanceof COSDictionary one) {
            check(one.getInt(COSName.COLUMNS, 1), 65_536);
            check(one.getInt(COSName.COLORS, 1), 32);
            check(one.getInt(COSName.BITS_PER_COMPONENT, 8), 16);
        }
    }

    private static void check(int stated, int most) {
        if (stated < 1 || stated > most) {
            throw new PdfBomb();
        }
    }
}
