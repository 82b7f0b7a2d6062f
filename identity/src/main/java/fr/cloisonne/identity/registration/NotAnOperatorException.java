package fr.cloisonne.identity.registration;

/** A person who is no operator, or has no second factor. */
public class NotAnOperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnOperatorException() {
        super("Not an operator");
    }
}
