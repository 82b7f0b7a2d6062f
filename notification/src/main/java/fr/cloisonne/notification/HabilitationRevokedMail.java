package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.HabilitationRevoked;
import fr.cloisonne.identity.habilitation.RightsRead;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that a habilitation of theirs has ended. */
@Component
class HabilitationRevokedMail implements MailTemplate<HabilitationRevoked> {

    private final RightsRead rights;

    HabilitationRevokedMail(RightsRead rights) {
        this.rights = rights;
    }

    @Override
    public Class<HabilitationRevoked> event() {
        return HabilitationRevoked.class;
    }

    @Override
    public List<Letter> letters(HabilitationRevoked event) {
        return rights.news(event.habilitation())
                .map(news -> RightsTold.toHolder("habilitation-revoked", news))
                .orElse(List.of());
    }
}
