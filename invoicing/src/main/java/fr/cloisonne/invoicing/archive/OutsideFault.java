package fr.cloisonne.invoicing.archive;

import java.io.IOException;

/** A fault of the disk, or of whoever is given the documents: not one of the archive. */
final class OutsideFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exception fault;

    OutsideFault(Exception fault) {
        super(fault);
        this.fault = fault;
    }

    /** The disk's, to be thrown; another's is thrown from here. */
    IOException unwrapped() {
        if (fault instanceof RuntimeException theirs) {
            throw theirs;
        }
        return (IOException) fault;
    }
}
