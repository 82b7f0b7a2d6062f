package fr.cloisonne.notification;

import fr.cloisonne.identity.signin.SecondFactorAdded;
import fr.cloisonne.notification.Letter.Word;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that a factor was added to their account. */
@Component
class SecondFactorAddedMail implements MailTemplate<SecondFactorAdded> {

    private final AccountTold told;

    SecondFactorAddedMail(AccountTold told) {
        this.told = told;
    }

    @Override
    public Class<SecondFactorAdded> event() {
        return SecondFactorAdded.class;
    }

    @Override
    public List<Letter> letters(SecondFactorAdded event) {
        return told.toOwner(event.person(), "factor-added", new Word("factor." + event.factor()));
    }
}
