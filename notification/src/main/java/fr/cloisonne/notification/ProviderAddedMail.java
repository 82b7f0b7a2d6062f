package fr.cloisonne.notification;

import fr.cloisonne.identity.federation.ProviderAdded;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that it has a provider more. */
@Component
class ProviderAddedMail implements MailTemplate<ProviderAdded> {

    private final SignInTold told;

    ProviderAddedMail(SignInTold told) {
        this.told = told;
    }

    @Override
    public Class<ProviderAdded> event() {
        return ProviderAdded.class;
    }

    @Override
    public List<Letter> letters(ProviderAdded event) {
        return told.toAll(event.firm(), "provider-added", event.by(), told.label(event.provider()));
    }
}
