package fr.cloisonne.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;

/** What a mail says, in one of its kinds. */
final class MailBody {

    private MailBody() {}

    static String of(Part part, String kind) {
        try {
            return found(part, kind);
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String found(Part part, String kind) throws MessagingException, IOException {
        if (part.isMimeType(kind)) {
            return String.valueOf(part.getContent());
        }
        StringBuilder found = new StringBuilder();
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                found.append(found(parts.getBodyPart(i), kind));
            }
        }
        return found.toString();
    }
}
