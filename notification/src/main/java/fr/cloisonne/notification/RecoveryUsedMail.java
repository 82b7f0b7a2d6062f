package fr.cloisonne.notification;

import fr.cloisonne.identity.recovery.RecoveryUsed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells everybody concerned that a person came back in. */
@Component
class RecoveryUsedMail implements MailTemplate<RecoveryUsed> {

    private final RecoveryTold told;

    RecoveryUsedMail(RecoveryTold told) {
        this.told = told;
    }

    @Override
    public Class<RecoveryUsed> event() {
        return RecoveryUsed.class;
    }

    @Override
    public List<Letter> letters(RecoveryUsed event) {
        return told.all(event.recovery(), "recovery-used");
    }
}
