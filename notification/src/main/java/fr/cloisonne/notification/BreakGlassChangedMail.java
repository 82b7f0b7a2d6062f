package fr.cloisonne.notification;

import fr.cloisonne.identity.federation.BreakGlassChanged;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators who can come in without its provider, or just did. */
@Component
class BreakGlassChangedMail implements MailTemplate<BreakGlassChanged> {

    private final SignInTold told;

    BreakGlassChangedMail(SignInTold told) {
        this.told = told;
    }

    @Override
    public Class<BreakGlassChanged> event() {
        return BreakGlassChanged.class;
    }

    @Override
    public List<Letter> letters(BreakGlassChanged event) {
        return told.toAll(
                event.firm(),
                "breakglass-" + event.step().name().toLowerCase(Locale.ROOT),
                event.person());
    }
}
