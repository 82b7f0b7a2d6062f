package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.membership.RequestList;
import fr.cloisonne.identity.membership.RequestNews;
import fr.cloisonne.identity.membership.RequestState;
import fr.cloisonne.identity.membership.RightAsked;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that somebody asks for a right. */
@Component
class RightAskedMail implements MailTemplate<RightAsked> {

    private final RequestList requests;
    private final Administrators administrators;
    private final UserAccounts accounts;

    RightAskedMail(RequestList requests, Administrators administrators, UserAccounts accounts) {
        this.requests = requests;
        this.administrators = administrators;
        this.accounts = accounts;
    }

    @Override
    public Class<RightAsked> event() {
        return RightAsked.class;
    }

    @Override
    public List<Letter> letters(RightAsked event) {
        return requests.news(event.request()).stream()
                .filter(news -> news.line().state() == RequestState.WAITING)
                .flatMap(news ->
                        accounts.cards(administrators.toTell(news.firm().id())).values().stream()
                                .map(reader -> letter(reader, news)))
                .toList();
    }

    private static Letter letter(PersonCard reader, RequestNews news) {
        return new Letter(
                Recipient.of(reader),
                "right-asked",
                List.of(
                        news.firm().legalName(),
                        news.line().person().name().display(),
                        RightsTold.profiles(List.of(news.line().part())),
                        RightsTold.places(List.of(news.line().part()))),
                "/f/" + news.firm().shortName() + "/approvals");
    }
}
