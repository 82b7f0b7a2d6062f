package fr.cloisonne.notification;

import fr.cloisonne.identity.registration.AttachmentAsked;
import fr.cloisonne.identity.registration.AttachmentNews;
import fr.cloisonne.identity.registration.Attachments;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators who asks to belong to it. */
@Component
class AttachmentAskedMail implements MailTemplate<AttachmentAsked> {

    private final Attachments attachments;

    AttachmentAskedMail(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public Class<AttachmentAsked> event() {
        return AttachmentAsked.class;
    }

    @Override
    public List<Letter> letters(AttachmentAsked event) {
        return attachments.news(event.attachment()).stream()
                .filter(news -> news.accepted() == null)
                .flatMap(AttachmentAskedMail::toAdministrators)
                .toList();
    }

    private static Stream<Letter> toAdministrators(AttachmentNews news) {
        return news.administrators().stream()
                .map(administrator ->
                        new Letter(
                                Recipient.of(administrator),
                                "attachment-asked",
                                List.of(
                                        news.firm().legalName(),
                                        news.person().name().display(),
                                        news.person().email()),
                                "/f/" + news.firm().shortName() + "/attachments"));
    }
}
