package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.LinkState;
import fr.cloisonne.identity.account.PasswordReset;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.membership.Members;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A new password that an administrator starts and the person alone chooses. */
@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class ResetStartedMailTests {

    private static final Pattern SECRET =
            Pattern.compile("https://cloisonne\\.example/reset\\?t=([A-Za-z0-9_-]+)");

    @Autowired private Members members;
    @Autowired private PasswordReset reset;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private UserAccountId colleague;

    @BeforeEach
    void aFirmAndAnEmptyMailbox() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
        dispatcher.dispatch();
        server.start();
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void goesToThePersonAloneAndSaysWhoSentItAndNoMoreThanThreeTimesAnHour() {
        members.startReset(administrator, firm, colleague);
        dispatcher.dispatch();
        String mailbox = accounts.card(colleague).email();
        String body = MailBody.of(server.receivedBy(mailbox).getLast(), "text/plain");
        assertThat(body)
                .contains(
                        "Un administrateur de "
                                + firms.byShortName(firm).orElseThrow().legalName());
        Matcher secret = SECRET.matcher(body);
        assertThat(secret.find()).as(body).isTrue();
        assertThat(reset.state(secret.group(1))).isEqualTo(LinkState.OPEN);
        assertThat(server.receivedBy(accounts.card(administrator).email())).isEmpty();
        for (int i = 0; i < 4; i++) {
            members.startReset(administrator, firm, colleague);
        }
        dispatcher.dispatch();
        assertThat(server.receivedBy(mailbox)).hasSize(3);
    }

    @Test
    void isStartedByAnAdministratorOfTheFirmForItsPeopleAlone() {
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, other);
        assertThatThrownBy(() -> members.startReset(administrator, firm, stranger))
                .isInstanceOf(DelegationRefusedException.class);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), Profile.STANDARD);
        members.suspend(administrator, firm, colleague);
        assertThatThrownBy(() -> members.startReset(administrator, firm, colleague))
                .isInstanceOf(DelegationRefusedException.class);
        SessionFixture.proven(proof, stranger, clock);
        assertThatThrownBy(() -> members.startReset(stranger, firm, administrator))
                .isInstanceOf(NoSuchCompanyException.class);
        dispatcher.dispatch();
        assertThat(server.receivedBy(accounts.card(stranger).email())).isEmpty();
        assertThat(server.receivedBy(accounts.card(administrator).email())).isEmpty();
    }
}
