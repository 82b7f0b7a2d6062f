package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.HabilitationGranted;
import fr.cloisonne.identity.habilitation.RightsRead;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that they hold a habilitation. */
@Component
class HabilitationGrantedMail implements MailTemplate<HabilitationGranted> {

    private final RightsRead rights;

    HabilitationGrantedMail(RightsRead rights) {
        this.rights = rights;
    }

    @Override
    public Class<HabilitationGranted> event() {
        return HabilitationGranted.class;
    }

    @Override
    public List<Letter> letters(HabilitationGranted event) {
        return rights.news(event.habilitation())
                .map(news -> RightsTold.toHolder("habilitation-granted", news))
                .orElse(List.of());
    }
}
