package fr.cloisonne.db.embedded;

import fr.cloisonne.db.StartRefusedException;

/** The data folder cannot be used as it stands; the message says why and what to do, in a line. */
public class DataFolderException extends StartRefusedException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses the folder.
     *
     * @param message why, and the way out
     */
    public DataFolderException(String message) {
        super(message);
    }
}
