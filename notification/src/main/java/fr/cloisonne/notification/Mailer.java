package fr.cloisonne.notification;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.EventConsumer;
import fr.cloisonne.db.outbox.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes the mails of each event for which there is a template. Its links are minted as it is
 * rendered: a second try sends new ones, and those of the first open nothing more.
 */
@Component
class Mailer implements EventConsumer {

    static final String NAME = "mail";

    private final Map<Class<? extends Event>, MailTemplate<?>> templates;
    private final Letters letters;
    private final MailOutlet outlet;

    Mailer(List<MailTemplate<?>> templates, Letters letters, MailOutlet outlet) {
        this.templates =
                templates.stream()
                        .collect(Collectors.toMap(MailTemplate::event, Function.identity()));
        this.letters = letters;
        this.outlet = outlet;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> takes() {
        return templates.keySet();
    }

    @Override
    public void take(Event event, RecordedEvent recorded) {
        MailTemplate<?> template = templates.get(event.getClass());
        if (template != null) {
            written(template, event).forEach(letter -> outlet.send(letters.render(letter)));
        }
    }

    private static <E extends Event> List<Letter> written(MailTemplate<E> template, Event event) {
        return template.letters(template.event().cast(event));
    }
}
