package fr.cloisonne.notification;

import fr.cloisonne.identity.federation.ProviderRequired;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that its provider is obligatory, or is so no more. */
@Component
class ProviderRequiredMail implements MailTemplate<ProviderRequired> {

    private final SignInTold told;

    ProviderRequiredMail(SignInTold told) {
        this.told = told;
    }

    @Override
    public Class<ProviderRequired> event() {
        return ProviderRequired.class;
    }

    @Override
    public List<Letter> letters(ProviderRequired event) {
        return told.toAll(
                event.firm(), event.on() ? "provider-required" : "provider-free", event.by());
    }
}
