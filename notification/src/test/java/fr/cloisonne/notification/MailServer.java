package fr.cloisonne.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A mail server that a test may stop and start again at the same port. */
final class MailServer implements AutoCloseable {

    private GreenMail server = started(0);
    private final int port = server.getSmtp().getPort();

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    int port() {
        return port;
    }

    void stop() {
        server.stop();
    }

    /** Starts anew, with empty mailboxes. */
    void start() {
        server.stop();
        server = started(port);
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    List<MimeMessage> receivedBy(String address) {
        return received().stream().filter(mail -> address.equals(to(mail))).toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
