package fr.cloisonne.company.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a text is encoded: as its mark says; without one, UTF-8 if all of it is, otherwise
 * Windows-1252, which is what Excel writes in France.
 *
 * @param charset the encoding
 * @param mark how many bytes the mark takes
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextEncoding of(Path file) throws IOException {
        byte[] first = first(file);
        if (begins(first, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(first, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(first, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** The text after its mark; whatever is no character becomes U+FFFD. */
    BufferedReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset));
    }

    private static byte[] first(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(3);
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        return bytes.length >= mark.length && Arrays.mismatch(toInts(bytes, mark.length), mark) < 0;
    }

    private static int[] toInts(byte[] bytes, int length) {
        int[] ints = new int[length];
        for (int i = 0; i < length; i++) {
            ints[i] = bytes[i] & 0xFF;
        }
        return ints;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            return reader.transferTo(Writer.nullWriter()) >= 0;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
