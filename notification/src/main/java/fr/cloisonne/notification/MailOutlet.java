package fr.cloisonne.notification;

/** The way out of a mail. */
interface MailOutlet {

    /**
     * Sends.
     *
     * @param mail the mail
     * @throws MailNotSentException if it did not leave
     */
    void send(Mail mail);
}
