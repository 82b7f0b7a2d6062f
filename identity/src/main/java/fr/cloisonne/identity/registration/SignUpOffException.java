package fr.cloisonne.identity.registration;

/** Nobody registers here. */
public class SignUpOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignUpOffException() {
        super("Nobody registers here");
    }
}
