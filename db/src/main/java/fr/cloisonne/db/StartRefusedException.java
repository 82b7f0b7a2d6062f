package fr.cloisonne.db;

import org.jspecify.annotations.Nullable;

/** The product cannot start as it is set up; the message says why and what to do, in a line. */
public class StartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses the start.
     *
     * @param message why, and the way out
     */
    public StartRefusedException(String message) {
        this(message, null);
    }

    /**
     * Refuses the start.
     *
     * @param message why, and the way out
     * @param cause what failed, which the console does not show
     */
    public StartRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
