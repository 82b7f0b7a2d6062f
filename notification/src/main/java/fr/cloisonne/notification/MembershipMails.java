package fr.cloisonne.notification;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.membership.MemberDetached;
import fr.cloisonne.identity.membership.MemberReinstated;
import fr.cloisonne.identity.membership.MemberSuspended;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tell a person that they were suspended in a firm, are a member again, or are one no more. */
@Configuration
class MembershipMails {

    /** One of them. */
    private record Told<E extends Event>(
            Class<E> event,
            String name,
            Function<E, FirmId> firm,
            Function<E, UserAccountId> person,
            UserAccounts accounts,
            Habilitations habilitations)
            implements MailTemplate<E> {

        @Override
        public List<Letter> letters(E event) {
            return List.of(
                    new Letter(
                            Recipient.of(accounts.card(person.apply(event))),
                            name,
                            List.of(habilitations.firm(firm.apply(event)).legalName()),
                            null));
        }
    }

    @Bean
    MailTemplate<MemberSuspended> memberSuspendedMail(
            UserAccounts accounts, Habilitations habilitations) {
        return new Told<>(
                MemberSuspended.class,
                "member-suspended",
                MemberSuspended::firm,
                MemberSuspended::person,
                accounts,
                habilitations);
    }

    @Bean
    MailTemplate<MemberReinstated> memberReinstatedMail(
            UserAccounts accounts, Habilitations habilitations) {
        return new Told<>(
                MemberReinstated.class,
                "member-reinstated",
                MemberReinstated::firm,
                MemberReinstated::person,
                accounts,
                habilitations);
    }

    @Bean
    MailTemplate<MemberDetached> memberDetachedMail(
            UserAccounts accounts, Habilitations habilitations) {
        return new Told<>(
                MemberDetached.class,
                "member-detached",
                MemberDetached::firm,
                MemberDetached::person,
                accounts,
                habilitations);
    }
}
