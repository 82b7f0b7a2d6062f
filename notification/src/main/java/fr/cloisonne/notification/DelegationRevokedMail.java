package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.DelegationRevoked;
import fr.cloisonne.identity.habilitation.RightsRead;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that a delegation to them has ended. */
@Component
class DelegationRevokedMail implements MailTemplate<DelegationRevoked> {

    private final RightsRead rights;

    DelegationRevokedMail(RightsRead rights) {
        this.rights = rights;
    }

    @Override
    public Class<DelegationRevoked> event() {
        return DelegationRevoked.class;
    }

    @Override
    public List<Letter> letters(DelegationRevoked event) {
        return rights.news(event.delegation())
                .map(news -> RightsTold.toHolder("delegation-revoked", news))
                .orElse(List.of());
    }
}
