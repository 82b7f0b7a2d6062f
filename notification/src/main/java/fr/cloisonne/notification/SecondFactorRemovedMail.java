package fr.cloisonne.notification;

import fr.cloisonne.identity.signin.SecondFactorRemoved;
import fr.cloisonne.notification.Letter.Word;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that a factor was removed from their account. */
@Component
class SecondFactorRemovedMail implements MailTemplate<SecondFactorRemoved> {

    private final AccountTold told;

    SecondFactorRemovedMail(AccountTold told) {
        this.told = told;
    }

    @Override
    public Class<SecondFactorRemoved> event() {
        return SecondFactorRemoved.class;
    }

    @Override
    public List<Letter> letters(SecondFactorRemoved event) {
        return told.toOwner(event.person(), "factor-removed", new Word("factor." + event.factor()));
    }
}
