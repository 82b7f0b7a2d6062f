package fr.cloisonne.notification;

import fr.cloisonne.identity.registration.FirmDecided;
import fr.cloisonne.identity.registration.FirmOpening;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the person who asked for a firm whether it is open. */
@Component
class FirmDecidedMail implements MailTemplate<FirmDecided> {

    private final FirmOpening opening;

    FirmDecidedMail(FirmOpening opening) {
        this.opening = opening;
    }

    @Override
    public Class<FirmDecided> event() {
        return FirmDecided.class;
    }

    @Override
    public List<Letter> letters(FirmDecided event) {
        return opening.news(event.firm()).stream()
                .map(news ->
                        new Letter(
                                Recipient.of(news.person()),
                                news.opened() ? "firm-opened" : "firm-refused",
                                List.of(news.firm().legalName(), news.reason()),
                                "/"))
                .toList();
    }
}
