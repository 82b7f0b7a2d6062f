package fr.cloisonne.identity.signin;

/** The last second factor of an account stays while a firm of its person asks for one. */
public class FactorNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FactorNeededException() {
        super("A firm asks for a second factor");
    }
}
