package fr.cloisonne.notification;

import fr.cloisonne.identity.membership.JoinRefusal;
import fr.cloisonne.identity.membership.JoinRefused;
import fr.cloisonne.identity.membership.JoinRequests;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells somebody whom a firm's provider brought that the firm does not take them, and why. */
@Component
class JoinRefusedMail implements MailTemplate<JoinRefused> {

    private final JoinRequests requests;

    JoinRefusedMail(JoinRequests requests) {
        this.requests = requests;
    }

    @Override
    public Class<JoinRefused> event() {
        return JoinRefused.class;
    }

    @Override
    public List<Letter> letters(JoinRefused event) {
        return requests.refusal(event.request()).map(JoinRefusedMail::letter).stream().toList();
    }

    private static Letter letter(JoinRefusal refusal) {
        return new Letter(
                new Recipient(refusal.email(), refusal.name().display(), refusal.language()),
                "join-refused",
                List.of(refusal.firm().legalName(), refusal.reason()),
                null);
    }
}
