package fr.cloisonne.identity.maildomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.maildomain.DomainRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "cloisonne.demonstration=true")
class MailDomainsTests {

    @Autowired private MailDomains domains;
    @Autowired private DomainReview review;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private AuditReading audit;
    @Autowired private FreshProof proof;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private final String name = "d" + UUID.randomUUID() + ".example";
    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private FirmShortName hostile;
    private UserAccountId attacker;

    @BeforeEach
    void twoFirms() {
        hostile = CompanyFixture.openFirm(firms);
        attacker = administratorOf(hostile);
        firm = CompanyFixture.openFirm(firms);
        administrator = administratorOf(firm);
        firmId = id(firm);
    }

    @AfterEach
    void leaves() {
        SessionFixture.none();
    }

    @Test
    void isNothingUntilItsZonePublishesTheTextAndNothingAgainOnceWithdrawn() {
        MailDomainId id = domains.claim(administrator, firm, name);
        assertThat(domains.provenBy(new MailDomain(name))).isEmpty();
        assertThat(domains.of(administrator, firm))
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.record()).isEqualTo("_cloisonne." + name);
                    assertThat(sheet.value()).matches("cloisonne-verification=[\\w-]{24}");
                    assertThat(sheet.proof()).isNull();
                });

        domains.prove(administrator, firm, id);
        assertThat(domains.provenBy(new MailDomain(name))).contains(firmId);
        assertRefused(Reason.NOT_FOUND, () -> domains.prove(administrator, firm, id));

        domains.withdraw(administrator, firm, id);
        assertThat(domains.provenBy(new MailDomain(name))).isEmpty();
        assertThat(acts())
                .containsExactly("domain.claimed", "domain.proven.dns", "domain.withdrawn");
        // It can be named again, with another text to publish.
        assertThat(domains.claim(administrator, firm, name)).isNotEqualTo(id);
    }

    @Test
    void aZoneThatPublishesNothingOrIsSilentProvesNothing() {
        MailDomainId nothing = domains.claim(administrator, firm, "x.sans-preuve." + name);
        assertRefused(Reason.NOT_PUBLISHED, () -> domains.prove(administrator, firm, nothing));
        MailDomainId silent = domains.claim(administrator, firm, name + ".silence.example");
        assertRefused(Reason.AWAY, () -> domains.prove(administrator, firm, silent));
        assertThat(domains.of(administrator, firm)).allMatch(sheet -> sheet.proof() == null);
    }

    @Test
    void aDomainWhereAnybodyHasAMailboxIsRefused() {
        assertRefused(Reason.SHARED, () -> domains.claim(administrator, firm, "gmail.com"));
        assertRefused(Reason.SHARED, () -> domains.claim(administrator, firm, "@Orange.FR"));
        assertRefused(Reason.MALFORMED, () -> domains.claim(administrator, firm, "cabinet"));
    }

    @Test
    void belongsToOneFirmAndWhoeverOnlyNamesItLearnsNothing() {
        domains.prove(administrator, firm, domains.claim(administrator, firm, name));
        SessionFixture.proven(proof, attacker, clock);
        MailDomainId second = domains.claim(attacker, hostile, name);
        assertRefused(Reason.TAKEN, () -> domains.prove(attacker, hostile, second));
        assertThat(domains.provenBy(new MailDomain(name))).contains(firmId);
        SessionFixture.proven(proof, administrator, clock);
        domains.withdraw(administrator, firm, domains.of(administrator, firm).getFirst().id());
        SessionFixture.proven(proof, attacker, clock);
        domains.prove(attacker, hostile, second);
        assertThat(domains.provenBy(new MailDomain(name))).contains(id(hostile));
    }

    @Test
    void isOutOfReachForAnotherFirmAndForWhoeverLacksTheRightOrTheProof() {
        MailDomainId id = domains.claim(administrator, firm, name);
        SessionFixture.proven(proof, attacker, clock);
        assertRefused(Reason.NOT_FOUND, () -> domains.prove(attacker, hostile, id));
        assertRefused(Reason.NOT_FOUND, () -> domains.withdraw(attacker, hostile, id));
        assertThatThrownBy(() -> domains.of(attacker, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        SessionFixture.proven(proof, administrator, clock);
        UserAccountId reader = PersonFixture.colleague(accounts, firmId);
        granting.grant(administrator, reader, new Scope.WholeFirm(firmId), Profile.READER);
        assertThatThrownBy(() -> domains.claim(reader, firm, "other." + name))
                .isInstanceOf(RightMissingException.class);
        SessionFixture.begun();
        assertThatThrownBy(() -> domains.prove(administrator, firm, id))
                .isInstanceOf(ProofNeededException.class);
    }

    @Test
    void anOperatorWhoSawADocumentProvesItWhereNoZoneCanBeAsked() {
        String closed = "x.sans-preuve." + name;
        MailDomainId id = domains.claim(administrator, firm, closed);
        assertRefused(
                Reason.WORDS_MISSING, () -> domains.askOperator(administrator, firm, id, " "));
        domains.askOperator(administrator, firm, id, "Facture du bureau d’enregistrement");
        // The firm's own administrator is no operator.
        assertThat(review.waiting(administrator)).isEmpty();
        assertRefused(Reason.NOT_FOUND, () -> review.confirm(administrator, id, "vu"));

        UserAccountId operator = operator();
        assertThat(review.waiting(operator))
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.firm().shortName()).isEqualTo(firm));
        review.refuse(operator, id, "Illisible");
        assertRefused(Reason.NOT_FOUND, () -> review.confirm(operator, id, "vu"));
        SessionFixture.proven(proof, administrator, clock);
        assertThat(domains.of(administrator, firm).getFirst().answer()).isEqualTo("Illisible");
        domains.askOperator(administrator, firm, id, "La voici en clair");
        SessionFixture.proven(proof, operator, clock);
        review.confirm(operator, id, "Facture n° 12 vue");
        assertThat(domains.provenBy(new MailDomain(closed))).contains(firmId);
        assertThat(acts()).endsWith("domain.refused", "domain.asked", "domain.proven.operator");
    }

    private UserAccountId operator() {
        UserAccountId operator = PersonFixture.colleague(accounts, id(hostile));
        database.superuser()
                .sql("INSERT INTO platform.operator (user_id, since) VALUES (?, now())")
                .param(operator.value())
                .update();
        assertThat(review.waiting(operator)).isEmpty();
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, ''::bytea, 0, now())")
                .param(operator.value())
                .update();
        SessionFixture.proven(proof, operator, clock);
        return operator;
    }

    private UserAccountId administratorOf(FirmShortName name) {
        UserAccountId person = PersonFixture.colleague(accounts, id(name));
        granting.begin(id(name), person);
        SessionFixture.proven(proof, person, clock);
        return person;
    }

    private FirmId id(FirmShortName name) {
        return firms.byShortName(name).orElseThrow().id();
    }

    private List<String> acts() {
        return audit.ofFirm(administrator, firm, Long.MAX_VALUE, 50).stream()
                .map(AuditEntry::act)
                .filter(act -> act.startsWith("domain."))
                .toList()
                .reversed();
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
