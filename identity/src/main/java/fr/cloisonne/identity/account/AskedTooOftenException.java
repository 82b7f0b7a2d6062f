package fr.cloisonne.identity.account;

/** Too many mails were asked for from one place. */
public class AskedTooOftenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AskedTooOftenException() {
        super("Asked too often from one place");
    }
}
