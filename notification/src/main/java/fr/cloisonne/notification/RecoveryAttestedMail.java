package fr.cloisonne.notification;

import fr.cloisonne.identity.recovery.RecoveryAttested;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks a person who has lost every factor to prove their mailbox. */
@Component
class RecoveryAttestedMail implements MailTemplate<RecoveryAttested> {

    private final RecoveryTold told;

    RecoveryAttestedMail(RecoveryTold told) {
        this.told = told;
    }

    @Override
    public Class<RecoveryAttested> event() {
        return RecoveryAttested.class;
    }

    @Override
    public List<Letter> letters(RecoveryAttested event) {
        return told.link(event.recovery());
    }
}
