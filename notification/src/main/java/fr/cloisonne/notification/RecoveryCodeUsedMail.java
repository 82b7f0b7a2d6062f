package fr.cloisonne.notification;

import fr.cloisonne.identity.signin.RecoveryCodeUsed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that one of their recovery codes has been used. */
@Component
class RecoveryCodeUsedMail implements MailTemplate<RecoveryCodeUsed> {

    private final AccountTold told;

    RecoveryCodeUsedMail(AccountTold told) {
        this.told = told;
    }

    @Override
    public Class<RecoveryCodeUsed> event() {
        return RecoveryCodeUsed.class;
    }

    @Override
    public List<Letter> letters(RecoveryCodeUsed event) {
        return told.toOwner(event.person(), "code-used");
    }
}
