package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.HandOverReading;
import fr.cloisonne.identity.habilitation.HandedOver;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that a colleague's habilitations are theirs from now on. */
@Component
class HandedOverMail implements MailTemplate<HandedOver> {

    private final HandOverReading reading;

    HandedOverMail(HandOverReading reading) {
        this.reading = reading;
    }

    @Override
    public Class<HandedOver> event() {
        return HandedOver.class;
    }

    @Override
    public List<Letter> letters(HandedOver event) {
        return reading.receiver(event.handOver()).stream()
                .map(receiver -> new Letter(Recipient.of(receiver), "handed-over", List.of(), "/"))
                .toList();
    }
}
