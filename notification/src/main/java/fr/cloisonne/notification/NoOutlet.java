package fr.cloisonne.notification;

/** Where no mail server is set: every mail stays with its event, which can be replayed later. */
final class NoOutlet implements MailOutlet {

    @Override
    public void send(Mail mail) {
        throw new MailNotSentException("cloisonne.mail.host is not set");
    }
}
