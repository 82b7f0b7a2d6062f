package fr.cloisonne.identity.account;

/** The present password, asked for as proof, is another. */
public class WrongPasswordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongPasswordException() {
        super("Another password");
    }
}
