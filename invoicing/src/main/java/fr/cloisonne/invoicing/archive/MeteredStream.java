package fr.cloisonne.invoicing.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives so many bytes and not one more: what a format's headers ask for is bounded, whatever they
 * say of themselves.
 */
final class MeteredStream extends FilterInputStream {

    private long left;

    MeteredStream(InputStream in) {
        super(in);
    }

    /** From now on so many may be read. */
    void allow(long bytes) {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        check();
        int one = super.read();
        left -= one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        check();
        int count = super.read(bytes, from, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        check();
        long skipped = super.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() throws IOException {
        if (left <= 0) {
            throw new TooMuchException();
        }
    }

    /** More was asked for than may be. */
    static final class TooMuchException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
