package fr.cloisonne.notification;

import fr.cloisonne.identity.registration.AttachmentAnswered;
import fr.cloisonne.identity.registration.AttachmentNews;
import fr.cloisonne.identity.registration.Attachments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person what a firm has answered to their wish to belong to it. */
@Component
class AttachmentAnsweredMail implements MailTemplate<AttachmentAnswered> {

    private final Attachments attachments;

    AttachmentAnsweredMail(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public Class<AttachmentAnswered> event() {
        return AttachmentAnswered.class;
    }

    @Override
    public List<Letter> letters(AttachmentAnswered event) {
        return attachments.news(event.attachment()).map(AttachmentAnsweredMail::letter).stream()
                .toList();
    }

    private static Letter letter(AttachmentNews news) {
        boolean accepted = Boolean.TRUE.equals(news.accepted());
        return new Letter(
                Recipient.of(news.person()),
                accepted ? "attachment-accepted" : "attachment-refused",
                List.of(news.firm().legalName(), news.reason().isBlank() ? "–" : news.reason()),
                "/");
    }
}
