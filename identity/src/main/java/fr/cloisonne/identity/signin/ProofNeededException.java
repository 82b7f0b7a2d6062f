package fr.cloisonne.identity.signin;

/** A sensitive act waits until the person has shown again who they are. */
public class ProofNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refuses. */
    public ProofNeededException() {
        super("A recent proof of the person is needed");
    }
}
