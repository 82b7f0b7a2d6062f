package fr.cloisonne.notification;

import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.InvitationSent;
import fr.cloisonne.notification.Letter.Word;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Invites a person into a firm; nothing is written once the invitation is over. */
@Component
class InvitationSentMail implements MailTemplate<InvitationSent> {

    private final InvitationList invitations;

    InvitationSentMail(InvitationList invitations) {
        this.invitations = invitations;
    }

    @Override
    public Class<InvitationSent> event() {
        return InvitationSent.class;
    }

    @Override
    public List<Letter> letters(InvitationSent event) {
        return invitations.news(event.invitation()).filter(InvitationLine::open).stream()
                .map(InvitationSentMail::letter)
                .toList();
    }

    private static Letter letter(InvitationLine line) {
        boolean lent = line.first() != null;
        return new Letter(
                new Recipient(line.email(), line.name().display(), line.language()),
                "invitation-sent",
                List.of(
                        line.firm().legalName(),
                        line.inviter().name().display(),
                        line.parts().isEmpty()
                                ? new Word("nothing-yet")
                                : RightsTold.profiles(line.parts()),
                        RightsTold.places(line.parts()),
                        LocalDate.ofInstant(line.expires(), ZoneId.of("Europe/Paris")),
                        new Word(lent ? "lent" : "given")),
                "/invitations");
    }
}
