package fr.cloisonne.notification;

/** A mail that did not leave; its word goes into logs and names neither reader nor content. */
class MailNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotSentException(String word) {
        super(word);
    }
}
