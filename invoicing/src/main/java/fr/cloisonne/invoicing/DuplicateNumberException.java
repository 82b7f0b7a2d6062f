package fr.cloisonne.invoicing;

/** Another deposit took this number first; the unique index says so, whoever asked first. */
class DuplicateNumberException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DuplicateNumberException(Throwable cause) {
        super("Number taken", cause);
    }
}
