package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.membership.JoinAsked;
import fr.cloisonne.identity.membership.JoinNews;
import fr.cloisonne.identity.membership.JoinRequests;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that somebody whom its provider brought asks to belong to it. */
@Component
class JoinAskedMail implements MailTemplate<JoinAsked> {

    private final JoinRequests requests;
    private final Administrators administrators;
    private final UserAccounts accounts;

    JoinAskedMail(JoinRequests requests, Administrators administrators, UserAccounts accounts) {
        this.requests = requests;
        this.administrators = administrators;
        this.accounts = accounts;
    }

    @Override
    public Class<JoinAsked> event() {
        return JoinAsked.class;
    }

    @Override
    public List<Letter> letters(JoinAsked event) {
        return requests.news(event.request()).stream()
                .flatMap(news ->
                        accounts.cards(administrators.toTell(news.firm().id())).values().stream()
                                .map(reader -> letter(reader, news)))
                .toList();
    }

    private static Letter letter(PersonCard reader, JoinNews news) {
        return new Letter(
                Recipient.of(reader),
                "join-asked",
                List.of(news.firm().legalName(), news.name().display(), news.email()),
                "/f/" + news.firm().shortName() + "/attachments");
    }
}
