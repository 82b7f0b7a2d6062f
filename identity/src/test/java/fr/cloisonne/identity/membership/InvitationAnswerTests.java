package fr.cloisonne.identity.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.AccountOpening;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class InvitationAnswerTests {

    private static final PersonName NAME = new PersonName("Inès", "Carpentier");

    @Autowired private Invitations invitations;
    @Autowired private InvitationAnswers answers;
    @Autowired private InvitationList invited;
    @Autowired private AccountOpening opening;
    @Autowired private Granting granting;
    @Autowired private Habilitations habilitations;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private UserAccountId administrator;
    private UserAccountId person;

    @BeforeEach
    void aFirmAndSomebodyOfAnother() {
        firm = CompanyFixture.openFirm(firms);
        FirmId id = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, id);
        granting.begin(id, administrator);
        SessionFixture.proven(proof, administrator, clock);
        FirmShortName other = CompanyFixture.openFirm(firms);
        person = PersonFixture.colleague(accounts, firms.byShortName(other).orElseThrow().id());
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void whoeverSaysNoIsInvitedNoMoreUntilTheyAreInvitedAnew() {
        InvitationId sent = invite(mailbox());
        UserAccountId stranger = PersonFixture.colleague(accounts, firmId());
        assertRefused(() -> answers.decline(stranger, sent), null);
        answers.decline(person, sent);
        assertThat(invited.to(person)).isEmpty();
        assertThat(invited.of(administrator, firm))
                .singleElement()
                .returns(InvitationState.DECLINED, InvitationLine::state);
        assertRefused(() -> invitations.accept(person, sent), InvitationState.DECLINED);
        assertRefused(() -> answers.decline(person, sent), InvitationState.DECLINED);
        assertRefused(
                () -> invitations.resend(administrator, firm, sent), InvitationState.DECLINED);
        assertThat(events("InvitationDeclined", sent)).isOne();
        invitations.accept(person, invite(mailbox()));
        assertThat(habilitations.membershipsOf(person)).hasSize(2);
    }

    @Test
    void theLatestLinkOfTheMailSaysNoWithoutAnAccount() {
        InvitationId sent = invite("non@sans-compte.example");
        String first = invitations.mintLink(sent).orElseThrow();
        String latest = invitations.mintLink(sent).orElseThrow();
        assertRefused(() -> answers.decline(first), null);
        assertRefused(() -> answers.decline("no-such-link"), null);
        answers.decline(latest);
        assertThat(opening.offer(latest).state()).isEqualTo(LinkState.WITHDRAWN);
        assertThat(accounts.byKey("non@sans-compte.example")).isEmpty();
        assertRefused(() -> answers.decline(latest), null);
    }

    @Test
    void oneWhoseTimeIsOverIsAskedForOnceADayAndOnlyItsFirmGivesItMore() {
        InvitationId sent = invite(mailbox());
        assertRefused(() -> answers.want(person, sent), InvitationState.PENDING);
        expire(sent);
        assertThat(invited.to(person))
                .singleElement()
                .returns(InvitationState.EXPIRED, InvitationLine::state);
        answers.want(person, sent);
        answers.want(person, sent);
        assertThat(events("InvitationWanted", sent)).isOne();
        assertRefused(() -> invitations.accept(person, sent), InvitationState.EXPIRED);
        invitations.resend(administrator, firm, sent);
        invitations.accept(person, sent);
        assertThat(habilitations.membershipsOf(person)).hasSize(2);
    }

    @Test
    void aLinkWhoseTimeIsOverAsksForAnother() {
        InvitationId sent = invite("tard@sans-compte.example");
        String link = invitations.mintLink(sent).orElseThrow();
        expire(sent);
        assertThat(opening.offer(link).state()).isEqualTo(LinkState.EXPIRED);
        answers.want(link);
        assertThat(events("InvitationWanted", sent)).isOne();
        invitations.resend(administrator, firm, sent);
        assertThat(opening.offer(invitations.mintLink(sent).orElseThrow()).state())
                .isEqualTo(LinkState.OPEN);
        assertRefused(() -> answers.want(link), null);
    }

    private void expire(InvitationId invitation) {
        database.superuser()
                .sql(
                        """
                        WITH late AS (
                          UPDATE platform.invitation SET expires_at = now() - interval '1 day' WHERE id = ?
                          RETURNING activation_id)
                        , closed AS (
                          UPDATE platform.activation SET closes_at = now() - interval '1 day'
                          FROM late WHERE id = activation_id RETURNING id)
                        UPDATE platform.mail_link SET expires_at = now() - interval '1 day'
                        FROM closed WHERE about_id = closed.id
                        """)
                .param(invitation.value())
                .update();
    }

    private int events(String kind, InvitationId invitation) {
        return database.superuser()
                .sql(
                        "SELECT count(*) FROM platform.outbox o WHERE o::text LIKE ? AND o::text LIKE ?")
                .params("%" + kind + "%", "%" + invitation + "%")
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(Runnable act, @Nullable InvitationState state) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        InvitationRefusedException.class,
                        refused -> assertThat(refused.state()).isEqualTo(state));
    }

    private FirmId firmId() {
        return firms.byShortName(firm).orElseThrow().id();
    }

    private String mailbox() {
        return accounts.card(person).email();
    }

    private InvitationId invite(String mailbox) {
        return invitations.invite(
                administrator,
                firm,
                new InvitationForm(
                        new EmailAddress(mailbox),
                        NAME,
                        Locale.FRENCH,
                        null,
                        Set.of(),
                        null,
                        null));
    }
}
