package fr.cloisonne.notification;

import fr.cloisonne.identity.habilitation.BreakGlassShort;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a firm's administrators that too few could come in without its provider. */
@Component
class BreakGlassShortMail implements MailTemplate<BreakGlassShort> {

    private final SignInTold told;

    BreakGlassShortMail(SignInTold told) {
        this.told = told;
    }

    @Override
    public Class<BreakGlassShort> event() {
        return BreakGlassShort.class;
    }

    @Override
    public List<Letter> letters(BreakGlassShort event) {
        return told.toAll(event.firm(), "breakglass-short");
    }
}
