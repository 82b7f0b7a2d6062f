package fr.cloisonne.notification;

import fr.cloisonne.identity.signin.RecoveryCodesRenewed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that their account has new recovery codes. */
@Component
class RecoveryCodesRenewedMail implements MailTemplate<RecoveryCodesRenewed> {

    private final AccountTold told;

    RecoveryCodesRenewedMail(AccountTold told) {
        this.told = told;
    }

    @Override
    public Class<RecoveryCodesRenewed> event() {
        return RecoveryCodesRenewed.class;
    }

    @Override
    public List<Letter> letters(RecoveryCodesRenewed event) {
        return told.toOwner(event.person(), "codes-renewed");
    }
}
