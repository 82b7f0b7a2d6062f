package fr.cloisonne.invoicing.reading;

import java.io.ByteArrayOutputStream;

/** Takes so many bytes and not one more. */
final class BoundedBytes extends ByteArrayOutputStream {

    private final int longest;

    BoundedBytes(int longest) {
        this.longest = longest;
    }

    @Override
    public synchronized void write(int b) {
        check(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        check(length);
        super.write(bytes, from, length);
    }

    private void check(int more) {
        if (more > longest - count) {
            throw new PdfBomb();
        }
    }
}
