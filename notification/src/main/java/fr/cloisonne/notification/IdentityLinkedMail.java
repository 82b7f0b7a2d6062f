package fr.cloisonne.notification;

import fr.cloisonne.identity.federation.IdentityLinked;
import fr.cloisonne.identity.federation.SignInNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that an identity elsewhere opens their account from now on. */
@Component
class IdentityLinkedMail implements MailTemplate<IdentityLinked> {

    private final AccountTold told;
    private final SignInNews news;

    IdentityLinkedMail(AccountTold told, SignInNews news) {
        this.told = told;
        this.news = news;
    }

    @Override
    public Class<IdentityLinked> event() {
        return IdentityLinked.class;
    }

    @Override
    public List<Letter> letters(IdentityLinked event) {
        return told.toOwner(event.person(), "identity-linked", news.label(event.issuer()));
    }
}
