package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.DelegationEnded;
import fr.cloisonne.identity.habilitation.RightNews;
import fr.cloisonne.identity.habilitation.RightsRead;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Leads whoever was away to the list of what was done in their place; says nothing of it itself.
 */
@Component
class DelegationEndedMail implements MailTemplate<DelegationEnded> {

    private final RightsRead rights;

    DelegationEndedMail(RightsRead rights) {
        this.rights = rights;
    }

    @Override
    public Class<DelegationEnded> event() {
        return DelegationEnded.class;
    }

    @Override
    public List<Letter> letters(DelegationEnded event) {
        return rights.news(event.delegation()).map(RightNews::giver).stream()
                .map(giver ->
                        new Letter(
                                Recipient.of(giver),
                                "delegation-ended",
                                List.of(),
                                "/absence/" + event.delegation()))
                .toList();
    }
}
