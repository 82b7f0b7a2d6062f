package fr.cloisonne.invoicing.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The record at the end of a zip that tells how many entries it has (APPNOTE 6.3.10, 4.3.16):
 * without it the archive was cut, and what is missing would not be noticed.
 */
final class ZipEnd {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int TOTAL = 10;

    /** More than fit: the number stands elsewhere, and is beyond every limit of ours. */
    private static final int MANY = 0xffff;

    private ZipEnd() {}

    /** How many entries it says there are; nothing where it says that they are too many to say. */
    static OptionalInt entries(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            int length = (int) Math.min(size, LENGTH + LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, size - length + tail.position()) > 0) {
                // Until the end of the file.
            }
            for (int at = tail.position() - LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == SIGNATURE) {
                    int total = Short.toUnsignedInt(tail.getShort(at + TOTAL));
                    return total == MANY ? OptionalInt.empty() : OptionalInt.of(total);
                }
            }
            throw new EOFException("No end of central directory");
        }
    }
}
