package fr.cloisonne.notification;

import fr.cloisonne.identity.recovery.RecoveryBegun;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells everybody concerned that the delay of a way back in has begun. */
@Component
class RecoveryBegunMail implements MailTemplate<RecoveryBegun> {

    private final RecoveryTold told;

    RecoveryBegunMail(RecoveryTold told) {
        this.told = told;
    }

    @Override
    public Class<RecoveryBegun> event() {
        return RecoveryBegun.class;
    }

    @Override
    public List<Letter> letters(RecoveryBegun event) {
        return told.all(event.recovery(), "recovery-begun");
    }
}
