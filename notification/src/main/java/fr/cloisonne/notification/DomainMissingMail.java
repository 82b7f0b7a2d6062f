package fr.cloisonne.notification;

import fr.cloisonne.identity.maildomain.DomainMissing;
import fr.cloisonne.identity.maildomain.DomainNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that the proof of a mail domain is gone from its zone. */
@Component
class DomainMissingMail implements MailTemplate<DomainMissing> {

    private final DomainNews news;

    DomainMissingMail(DomainNews news) {
        this.news = news;
    }

    @Override
    public Class<DomainMissing> event() {
        return DomainMissing.class;
    }

    @Override
    public List<Letter> letters(DomainMissing event) {
        return news.missing(event.domain())
                .map(one -> letters("domain-missing", one))
                .orElse(List.of());
    }

    static List<Letter> letters(String name, DomainNews.News news) {
        return news.administrators().stream()
                .map(administrator ->
                        new Letter(
                                Recipient.of(administrator),
                                name,
                                List.of(
                                        news.firm().legalName(),
                                        news.domain().name(),
                                        news.lastDay()),
                                "/f/" + news.firm().shortName() + "/domains"))
                .toList();
    }
}
