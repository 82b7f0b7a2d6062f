package fr.cloisonne.ui.table;

import java.io.IOException;
import java.util.List;

/** A table that is written row by row, whatever its size. */
public interface TableFile extends AutoCloseable {

    /** Writes a row of texts. */
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
