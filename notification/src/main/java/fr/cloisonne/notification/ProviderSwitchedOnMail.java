package fr.cloisonne.notification;

import fr.cloisonne.identity.federation.ProviderSwitchedOn;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that people can come in by another provider. */
@Component
class ProviderSwitchedOnMail implements MailTemplate<ProviderSwitchedOn> {

    private final SignInTold told;

    ProviderSwitchedOnMail(SignInTold told) {
        this.told = told;
    }

    @Override
    public Class<ProviderSwitchedOn> event() {
        return ProviderSwitchedOn.class;
    }

    @Override
    public List<Letter> letters(ProviderSwitchedOn event) {
        return told.toAll(event.firm(), "provider-on", event.by(), told.label(event.provider()));
    }
}
