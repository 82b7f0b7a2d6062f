package fr.cloisonne.notification;

import fr.cloisonne.identity.federation.IdentityUnlinked;
import fr.cloisonne.identity.federation.SignInNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a person that an identity elsewhere opens their account no more. */
@Component
class IdentityUnlinkedMail implements MailTemplate<IdentityUnlinked> {

    private final AccountTold told;
    private final SignInNews news;

    IdentityUnlinkedMail(AccountTold told, SignInNews news) {
        this.told = told;
        this.news = news;
    }

    @Override
    public Class<IdentityUnlinked> event() {
        return IdentityUnlinked.class;
    }

    @Override
    public List<Letter> letters(IdentityUnlinked event) {
        return told.toOwner(event.person(), "identity-unlinked", news.label(event.issuer()));
    }
}
