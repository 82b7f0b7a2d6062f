package fr.cloisonne.notification;

import fr.cloisonne.identity.maildomain.DomainLapsed;
import fr.cloisonne.identity.maildomain.DomainNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that a mail domain is proven no more. */
@Component
class DomainLapsedMail implements MailTemplate<DomainLapsed> {

    private final DomainNews news;

    DomainLapsedMail(DomainNews news) {
        this.news = news;
    }

    @Override
    public Class<DomainLapsed> event() {
        return DomainLapsed.class;
    }

    @Override
    public List<Letter> letters(DomainLapsed event) {
        return news.lapsed(event.domain())
                .map(one -> DomainMissingMail.letters("domain-lapsed", one))
                .orElse(List.of());
    }
}
