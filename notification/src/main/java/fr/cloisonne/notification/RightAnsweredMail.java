package fr.cloisonne.notification;

import fr.cloisonne.identity.membership.RequestList;
import fr.cloisonne.identity.membership.RequestNews;
import fr.cloisonne.identity.membership.RequestState;
import fr.cloisonne.identity.membership.RightAnswered;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whoever asked for a right what was answered. */
@Component
class RightAnsweredMail implements MailTemplate<RightAnswered> {

    private final RequestList requests;

    RightAnsweredMail(RequestList requests) {
        this.requests = requests;
    }

    @Override
    public Class<RightAnswered> event() {
        return RightAnswered.class;
    }

    @Override
    public List<Letter> letters(RightAnswered event) {
        return requests.news(event.request()).stream().map(RightAnsweredMail::letter).toList();
    }

    private static Letter letter(RequestNews news) {
        boolean granted = news.line().state() == RequestState.GRANTED;
        String answer = news.line().answer();
        return new Letter(
                Recipient.of(news.line().person()),
                granted ? "right-granted" : "right-refused",
                List.of(
                        news.firm().legalName(),
                        RightsTold.profiles(List.of(news.line().part())),
                        RightsTold.places(List.of(news.line().part())),
                        answer == null ? "" : answer),
                "/f/" + news.firm().shortName() + "/requests");
    }
}
