package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.outbox.Dispatcher;
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
import fr.cloisonne.identity.membership.InvitationAnswers;
import fr.cloisonne.identity.membership.InvitationForm;
import fr.cloisonne.identity.membership.InvitationId;
import fr.cloisonne.identity.membership.InvitationList;
import fr.cloisonne.identity.membership.Invitations;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Invitations, as they arrive in a mailbox. */
@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class InvitationMailTests {

    private static final PersonName NAME = new PersonName("Inès", "Carpentier");
    private static final Pattern SECRET =
            Pattern.compile("https://cloisonne\\.example/activate\\?t=([A-Za-z0-9_-]+)");

    @Autowired private Invitations invitations;
    @Autowired private InvitationAnswers answers;
    @Autowired private InvitationList list;
    @Autowired private AccountOpening opening;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private UserAccountId administrator;

    @BeforeEach
    void aFirmAndAnEmptyMailbox() {
        firm = CompanyFixture.openFirm(firms);
        FirmId id = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, id);
        granting.begin(id, administrator);
        SessionFixture.proven(proof, administrator, clock);
        dispatcher.dispatch();
        server.start();
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void anAddressWithoutAccountIsLedToTheAccountAndTheLatestMailOpensIt() {
        String mailbox = "ines@sans-compte.example";
        InvitationId sent = invite(mailbox);
        dispatcher.dispatch();
        String first = secret(mailbox);
        assertThat(body(mailbox)).contains("Ouvrir mon compte et accepter");
        assertThat(kept(first)).isZero();
        invitations.resend(administrator, firm, sent);
        dispatcher.dispatch();
        assertThat(opening.offer(first).state()).isEqualTo(LinkState.RESENT);
        UserAccountId person = opening.use(secret(mailbox), NAME, "quatre gros hérissons gris");
        assertThat(habilitations.membershipsOf(person))
                .singleElement()
                .satisfies(card -> assertThat(card.shortName()).isEqualTo(firm));
    }

    @Test
    void anAddressWithAnAccountIsLedToSignInAndTheInviterSeesNoDifference() {
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        String known = accounts.card(PersonFixture.colleague(accounts, elsewhere)).email();
        String unknown = "inconnu@sans-compte.example";
        invite(known);
        invite(unknown);
        dispatcher.dispatch();
        assertThat(body(known))
                .contains("https://cloisonne.example/invitations")
                .doesNotContain("activate");
        assertThat(subjects(known)).isEqualTo(subjects(unknown));
        assertThat(list.of(administrator, firm))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.open()).isTrue())
                .extracting(line -> line.name())
                .containsOnly(NAME);
        assertThat(server.receivedBy(accounts.card(administrator).email())).isEmpty();
    }

    @Test
    void nothingIsWrittenOfAnInvitationTakenBackMeanwhile() {
        String mailbox = "retire@sans-compte.example";
        invitations.withdraw(administrator, firm, invite(mailbox));
        dispatcher.dispatch();
        assertThat(server.receivedBy(mailbox)).isEmpty();
    }

    @Test
    void whoInvitesIsToldOfANoAndThatAnotherIsAskedFor() {
        String mailbox = "reponses@sans-compte.example";
        InvitationId late = invite(mailbox);
        dispatcher.dispatch();
        database.superuser()
                .sql("UPDATE platform.invitation SET expires_at = '2020-01-01' WHERE id = ?")
                .param(late.value())
                .update();
        answers.want(secret(mailbox));
        dispatcher.dispatch();
        String inviter = accounts.card(administrator).email();
        assertThat(body(inviter))
                .contains(mailbox, "https://cloisonne.example/f/" + firm + "/people");
        invitations.resend(administrator, firm, late);
        dispatcher.dispatch();
        answers.decline(secret(mailbox));
        dispatcher.dispatch();
        assertThat(body(inviter)).contains(mailbox, "ne souhaite pas rejoindre");
        assertThat(server.receivedBy(inviter)).hasSize(2);
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

    private String body(String mailbox) {
        return MailBody.of(server.receivedBy(mailbox).getLast(), "text/plain");
    }

    private String secret(String mailbox) {
        Matcher found = SECRET.matcher(body(mailbox));
        assertThat(found.find()).as(body(mailbox)).isTrue();
        return found.group(1);
    }

    private List<String> subjects(String mailbox) {
        return server.receivedBy(mailbox).stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (jakarta.mail.MessagingException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .toList();
    }

    /** How often the clear secret lies in the table of links or in the outbox. */
    private int kept(String secret) {
        return database.superuser()
                .sql(
                        "SELECT (SELECT count(*) FROM platform.mail_link WHERE token_hash = ?) + (SELECT count(*) FROM platform.outbox o WHERE o::text LIKE ?)")
                .params(secret, "%" + secret + "%")
                .query(Integer.class)
                .single();
    }
}
