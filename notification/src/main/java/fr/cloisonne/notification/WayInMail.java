package fr.cloisonne.notification;

import fr.cloisonne.identity.account.WayIn;
import fr.cloisonne.identity.account.WayIn.Help;
import fr.cloisonne.identity.account.WayInAsked;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Helps in whoever cannot sign in: with a link to choose a password, or to activate the account.
 */
@Component
class WayInMail implements MailTemplate<WayInAsked> {

    private final WayIn wayIn;

    WayInMail(WayIn wayIn) {
        this.wayIn = wayIn;
    }

    @Override
    public Class<WayInAsked> event() {
        return WayInAsked.class;
    }

    @Override
    public List<Letter> letters(WayInAsked event) {
        return wayIn.help(event.request()).map(WayInMail::letter).stream().toList();
    }

    private static Letter letter(Help help) {
        return switch (help) {
            case Help.Reset reset -> reset(reset);
            case Help.Activate activate ->
                    ActivationMail.link(activate.reader(), activate.secret());
            case Help.Nobody nobody ->
                    new Letter(
                            new Recipient(nobody.email(), "", nobody.language()),
                            "no-account",
                            List.of(nobody.email()),
                            "/register");
        };
    }

    private static Letter reset(Help.Reset reset) {
        String startedIn = reset.startedIn();
        return new Letter(
                Recipient.of(reset.person()),
                startedIn == null ? "reset" : "reset-started",
                startedIn == null ? List.of() : List.of(startedIn),
                "/reset?t=" + reset.secret());
    }
}
