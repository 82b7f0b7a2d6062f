package fr.cloisonne.notification;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.membership.InvitationDeclined;
import fr.cloisonne.identity.membership.InvitationId;
import fr.cloisonne.identity.membership.InvitationLine;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.InvitationState;
import fr.cloisonne.identity.membership.InvitationWanted;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tell the administrator who invites, or else all of them, that somebody has said no or asks for
 * their invitation again; nothing is written where it stands otherwise by now.
 */
@Configuration
class InvitationAnswerMails {

    /** One of them. */
    private record Told<E extends Event>(
            Class<E> event,
            String name,
            InvitationState state,
            Function<E, InvitationId> invitation,
            InvitationList list,
            Administrators administrators,
            UserAccounts accounts)
            implements MailTemplate<E> {

        @Override
        public List<Letter> letters(E event) {
            return list.news(invitation.apply(event)).stream()
                    .filter(line -> line.state() == state)
                    .flatMap(line -> readers(line).stream().map(reader -> letter(reader, line)))
                    .toList();
        }

        private List<PersonCard> readers(InvitationLine line) {
            List<UserAccountId> all = administrators.toTell(line.firm().id());
            return all.contains(line.inviter().id())
                    ? List.of(line.inviter())
                    : List.copyOf(accounts.cards(all).values());
        }

        private Letter letter(PersonCard reader, InvitationLine line) {
            return new Letter(
                    Recipient.of(reader),
                    name,
                    List.of(line.firm().legalName(), line.name().display(), line.email()),
                    "/f/" + line.firm().shortName() + "/people");
        }
    }

    @Bean
    MailTemplate<InvitationDeclined> invitationDeclinedMail(
            InvitationList list, Administrators administrators, UserAccounts accounts) {
        return new Told<>(
                InvitationDeclined.class,
                "invitation-declined",
                InvitationState.DECLINED,
                InvitationDeclined::invitation,
                list,
                administrators,
                accounts);
    }

    @Bean
    MailTemplate<InvitationWanted> invitationWantedMail(
            InvitationList list, Administrators administrators, UserAccounts accounts) {
        return new Told<>(
                InvitationWanted.class,
                "invitation-wanted",
                InvitationState.EXPIRED,
                InvitationWanted::invitation,
                list,
                administrators,
                accounts);
    }
}
