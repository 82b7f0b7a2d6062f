package fr.cloisonne.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Uuid7;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.identity.signin.SignedInId;
import fr.cloisonne.identity.signin.SignedInSessions;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class MailboxProofTests {

    @Autowired private MailboxProof mailbox;
    @Autowired private SecondFactors factors;
    @Autowired private SignedInSessions sessions;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Clock clock;

    private UserAccountId born;

    @BeforeEach
    void somebodyBornByAProvider() {
        born =
                accounts.createWithoutPassword(
                                new EmailAddress(Uuid7.next() + "@cabinet.example"),
                                new PersonName("Inès", "Née"))
                        .orElseThrow();
        SessionFixture.begun(born, clock, null);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void theMailboxAndTheSessionTogetherProveThePersonWhoHasNothingElse() {
        assertThatThrownBy(() -> factors.prepare(born)).isInstanceOf(ProofNeededException.class);
        assertThat(mailbox.isOnlyWay(born)).isTrue();
        String secret = link();
        assertThat(mailbox.use(born, secret)).isTrue();
        assertThat(factors.prepare(born)).isNotNull();
        assertThatThrownBy(() -> mailbox.use(born, secret))
                .isInstanceOf(LinkRefusedException.class);
    }

    @Test
    void theLinkProvesNothingInAnotherSession() {
        String secret = link();
        SessionFixture.begun(born, clock, null);
        assertThat(mailbox.use(born, secret)).isFalse();
        assertThatThrownBy(() -> proof.require(born)).isInstanceOf(ProofNeededException.class);
        assertThat(mailbox.state(secret)).isEqualTo(LinkState.OPEN);
        SessionFixture.none();
        assertThat(mailbox.use(born, secret)).isFalse();
    }

    @Test
    void theLatestLinkAloneOpens() {
        String first = link();
        String second = link();
        assertThatThrownBy(() -> mailbox.use(born, first)).isInstanceOf(LinkRefusedException.class);
        assertThat(mailbox.use(born, second)).isTrue();
    }

    @Test
    void whoHasAPasswordProvesThemselvesByNoMailbox() {
        var firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow();
        UserAccountId colleague = PersonFixture.colleague(accounts, firm.id());
        SessionFixture.begun(colleague, clock, null);
        assertThat(mailbox.isOnlyWay(colleague)).isFalse();
        String secret = mailbox.mintLink(asked(colleague)).orElseThrow();
        assertThat(mailbox.use(colleague, secret)).isFalse();
        assertThatThrownBy(() -> proof.require(colleague)).isInstanceOf(ProofNeededException.class);
    }

    @Test
    void noLinkIsMadeForASessionThatIsOver() {
        assertThat(mailbox.mintLink(new MailboxProofAsked(born, new SignedInId(Uuid7.next()))))
                .isEmpty();
    }

    private String link() {
        return mailbox.mintLink(asked(born)).orElseThrow();
    }

    private MailboxProofAsked asked(UserAccountId person) {
        return new MailboxProofAsked(person, sessions.current().orElseThrow().id());
    }
}
