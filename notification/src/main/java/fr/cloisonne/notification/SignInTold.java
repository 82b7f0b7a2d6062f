package fr.cloisonne.notification;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.federation.ProviderId;
import fr.cloisonne.identity.federation.SignInNews;
import fr.cloisonne.notification.Letter.Word;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Letters about how people sign in to a firm, to all of its administrators. */
@Component
class SignInTold {

    private final SignInNews news;

    SignInTold(SignInNews news) {
        this.news = news;
    }

    /** The firm and the person fill in the text, before what else it is about. */
    List<Letter> toAll(FirmId firm, String name, UserAccountId by, Object... about) {
        return toAll(
                firm, name, Stream.concat(Stream.of(news.name(by)), Stream.of(about)).toList());
    }

    /** The firm fills in the text. */
    List<Letter> toAll(FirmId firm, String name) {
        return toAll(firm, name, List.of());
    }

    private List<Letter> toAll(FirmId firm, String name, List<Object> about) {
        var told = news.of(firm);
        List<Object> all =
                Stream.concat(Stream.of(told.firm().legalName()), about.stream()).toList();
        return told.readers().stream()
                .map(reader ->
                        new Letter(
                                Recipient.of(reader),
                                name,
                                all,
                                "/f/" + told.firm().shortName() + "/providers"))
                .toList();
    }

    /** One that is gone by now was there all the same. */
    Object label(ProviderId provider) {
        return news.label(provider).<Object>map(label -> label).orElse(new Word("provider.gone"));
    }
}
