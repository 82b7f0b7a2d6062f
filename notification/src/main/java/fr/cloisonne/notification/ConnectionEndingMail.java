package fr.cloisonne.notification;

import fr.cloisonne.identity.technical.ConnectionEnding;
import fr.cloisonne.identity.technical.ConnectionEnds;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells those who look after a firm's connections that one is about to stand still. */
@Component
class ConnectionEndingMail implements MailTemplate<ConnectionEnding> {

    private final ConnectionEnds ends;

    ConnectionEndingMail(ConnectionEnds ends) {
        this.ends = ends;
    }

    @Override
    public Class<ConnectionEnding> event() {
        return ConnectionEnding.class;
    }

    @Override
    public List<Letter> letters(ConnectionEnding event) {
        return ends.news(event.connection()).map(ConnectionEndingMail::letters).orElse(List.of());
    }

    private static List<Letter> letters(ConnectionEnds.News news) {
        return news.managers().stream()
                .map(manager ->
                        new Letter(
                                Recipient.of(manager),
                                "connection-ending",
                                List.of(news.firmName(), news.name(), news.lastDay()),
                                "/f/" + news.firm() + "/connections"))
                .toList();
    }
}
