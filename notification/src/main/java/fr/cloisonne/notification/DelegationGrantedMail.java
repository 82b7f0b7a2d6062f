package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.DelegationGranted;
import fr.cloisonne.identity.habilitation.RightsRead;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person what a colleague delegates to them, and until when. */
@Component
class DelegationGrantedMail implements MailTemplate<DelegationGranted> {

    private final RightsRead rights;

    DelegationGrantedMail(RightsRead rights) {
        this.rights = rights;
    }

    @Override
    public Class<DelegationGranted> event() {
        return DelegationGranted.class;
    }

    @Override
    public List<Letter> letters(DelegationGranted event) {
        return rights.news(event.delegation())
                .map(news -> RightsTold.toHolder("delegation-granted", news))
                .orElse(List.of());
    }
}
