package fr.cloisonne.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends through the server of the settings: plain text and HTML, marked as written by a machine, so
 * that absence notes do not answer. Every wait on the server ends.
 */
final class SmtpOutlet implements MailOutlet {

    private static final String WAIT = "10000";

    private final MailSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final Clock clock;

    SmtpOutlet(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties more = sender.getJavaMailProperties();
        more.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        more.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
        more.setProperty("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
        more.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        more.setProperty("mail.smtp.connectiontimeout", WAIT);
        more.setProperty("mail.smtp.timeout", WAIT);
        more.setProperty("mail.smtp.writetimeout", WAIT);
    }

    @Override
    public void send(Mail mail) {
        try {
            sender.send(message(mail));
        } catch (MailException | MessagingException refused) {
            throw new MailNotSentException(word(refused));
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper =
                new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.sender());
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(MailText.plain(mail), MailText.html(mail));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().getLanguage());
        return message;
    }

    /** Kinds of failures alone: the server's answers repeat the reader's address. */
    private static String word(Exception refused) {
        Throwable cause =
                refused instanceof MailSendException many && many.getMessageExceptions().length > 0
                        ? many.getMessageExceptions()[0]
                        : refused;
        StringBuilder word = new StringBuilder(cause.getClass().getSimpleName());
        while (cause.getCause() != null) {
            cause = cause.getCause();
            word.append(" · ").append(cause.getClass().getSimpleName());
        }
        return word.toString();
    }
}
