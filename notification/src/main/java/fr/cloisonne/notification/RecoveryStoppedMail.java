package fr.cloisonne.notification;

import fr.cloisonne.identity.recovery.RecoveryStopped;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells everybody concerned that a way back in was stopped. */
@Component
class RecoveryStoppedMail implements MailTemplate<RecoveryStopped> {

    private final RecoveryTold told;

    RecoveryStoppedMail(RecoveryTold told) {
        this.told = told;
    }

    @Override
    public Class<RecoveryStopped> event() {
        return RecoveryStopped.class;
    }

    @Override
    public List<Letter> letters(RecoveryStopped event) {
        return told.all(event.recovery(), "recovery-stopped");
    }
}
