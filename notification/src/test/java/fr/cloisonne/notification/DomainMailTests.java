package fr.cloisonne.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.outbox.Dispatcher;
import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.maildomain.DomainLapsed;
import fr.cloisonne.identity.maildomain.DomainMissing;
import fr.cloisonne.identity.maildomain.MailDomainId;
import fr.cloisonne.identity.maildomain.MailDomains;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators are told of a domain whose proof is gone. */
@PostgresTest
@TestPropertySource(properties = "cloisonne.base-url=https://cloisonne.example")
class DomainMailTests {

    @Autowired private Dispatcher dispatcher;
    @Autowired private MailServer server;
    @Autowired private MailDomains domains;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private FreshProof proof;
    @Autowired private Outbox outbox;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    @Autowired
    @Qualifier("platformTransactionManager")
    private PlatformTransactionManager transactions;

    private final String name = "d" + UUID.randomUUID() + ".example";
    private FirmCard firm;
    private UserAccountId administrator;
    private MailDomainId id;

    @BeforeEach
    void aFirmWithADomain() {
        firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow();
        administrator = PersonFixture.colleague(accounts, firm.id());
        PersonFixture.colleague(accounts, firm.id());
        granting.begin(firm.id(), administrator);
        SessionFixture.proven(proof, administrator, clock);
        id = domains.claim(administrator, firm.shortName(), name);
        dispatcher.dispatch();
        server.start();
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void aProofThatIsGoneIsToldWithTheLastDayOnWhichTheDomainCounts() {
        becomes(
                "proof = 'DNS', proven_at = '2026-10-01T08:00:00Z', missing_since = '2026-11-02T08:00:00Z'");
        happens(new DomainMissing(id));
        assertThat(told())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getSubject())
                            .contains(firm.legalName(), name, "la preuve", "a disparu");
                    assertThat(MailBody.of(mail, "text/plain"))
                            .contains("16/11/2026")
                            .contains(
                                    "https://cloisonne.example/f/" + firm.shortName() + "/domains");
                });
        becomes("missing_since = NULL");
        happens(new DomainMissing(id));
        assertThat(told()).hasSize(1);
    }

    @Test
    void aDomainThatCountsNoMoreIsToldUnlessItIsProvenAgain() {
        becomes("lapsed_at = '2026-11-16T08:00:00Z'");
        happens(new DomainLapsed(id));
        assertThat(told())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getSubject()).contains(name, "n’est plus prouvé");
                    assertThat(MailBody.of(mail, "text/plain")).contains("16/11/2026");
                });
        becomes("proof = 'DNS', proven_at = now(), lapsed_at = NULL");
        happens(new DomainLapsed(id));
        assertThat(told()).hasSize(1);
    }

    private void becomes(String change) {
        database.superuser()
                .sql("UPDATE platform.mail_domain SET " + change + " WHERE id = ?")
                .param(id.value())
                .update();
    }

    private void happens(Event event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.record(event));
        dispatcher.dispatch();
    }

    private List<MimeMessage> told() {
        return server.receivedBy(accounts.card(administrator).email());
    }
}
