package fr.cloisonne.notification;

import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.InvitationSent;
import fr.cloisonne.identity.membership.Invitations;
import fr.cloisonne.notification.Letter.Word;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invites a person into a firm; nothing is written once the invitation is over. It leads to
 * sign-in, or where the address has no account to the page that opens one.
 */
@Component
class InvitationSentMail implements MailTemplate<InvitationSent> {

    private final InvitationList list;
    private final Invitations invitations;
    private final Clock clock;

    InvitationSentMail(InvitationList list, Invitations invitations, Clock clock) {
        this.list = list;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Class<InvitationSent> event() {
        return InvitationSent.class;
    }

    @Override
    public List<Letter> letters(InvitationSent event) {
        return list.news(event.invitation()).filter(InvitationLine::open).stream()
                .map(line -> letter(line, invitations.mintLink(line.id())))
                .toList();
    }

    private Letter letter(InvitationLine line, Optional<String> secret) {
        boolean lent = line.first() != null;
        return new Letter(
                new Recipient(line.email(), line.name().display(), line.language()),
                secret.isPresent() ? "invitation-activation" : "invitation-sent",
                List.of(
                        line.firm().legalName(),
                        line.inviter().name().display(),
                        line.parts().isEmpty()
                                ? new Word("nothing-yet")
                                : RightsTold.profiles(line.parts()),
                        RightsTold.places(line.parts()),
                        LocalDate.ofInstant(line.expires(), clock.getZone()),
                        new Word(lent ? "lent" : "given")),
                secret.map(one -> "/activate?t=" + one).orElse("/invitations"));
    }
}
