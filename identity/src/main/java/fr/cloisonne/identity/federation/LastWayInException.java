package fr.cloisonne.identity.federation;

/** It is the only way in that the account has left, and stays. */
public class LastWayInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LastWayInException() {
        super("The last way in cannot be removed");
    }
}
