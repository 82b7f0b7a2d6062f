package fr.cloisonne.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.FactorDoubts;
import fr.cloisonne.identity.habilitation.FactorRules;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.identity.registration.NotAnOperatorException;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class FactorRecoveriesTests {

    @Autowired private FactorRecoveries recoveries;
    @Autowired private SecondFactors factors;
    @Autowired private OperatorRecoveries byOperators;
    @Autowired private Operators operators;
    @Autowired private FactorDoubts doubts;
    @Autowired private FactorRules rules;
    @Autowired private Habilitations habilitations;
    @Autowired private Provision provision;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private AuditReading audit;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private UserAccountId administrator;
    private UserAccountId person;

    @BeforeEach
    void somebodyWhoHasLostTheirTelephone() {
        firm = CompanyFixture.openFirm(firms);
        FirmId id = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, id);
        person = PersonFixture.colleague(accounts, id);
        granting.begin(id, administrator);
        hasAFactor(person);
        SessionFixture.proven(proof, administrator, clock);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void theyComeInAfterBothActsAndTheDelayAndNotBefore() {
        attest();
        assertThat(recoveries.mayEnter(person)).isFalse();
        assertThat(recoveries.prove(link())).isPresent();
        assertThat(recoveries.mayEnter(person)).isFalse();
        assertThat(recoveries.enter(person)).isFalse();
        assertThat(factors.of(person).any()).isTrue();
        passes(Duration.ofHours(25));
        assertThat(recoveries.mayEnter(person)).isTrue();
        assertThat(recoveries.enter(person)).isTrue();
        assertThat(factors.of(person).any()).isFalse();
        assertThat(recoveries.enter(person)).isFalse();
        assertThat(audit.ofFirm(administrator, firm, Long.MAX_VALUE, 3))
                .extracting(AuditEntry::act)
                .containsExactly("recovery.used", "recovery.begun", "recovery.attested");
    }

    @Test
    void whoStillHasTheAccountStopsIt() {
        attest();
        recoveries.prove(link());
        recoveries.stop(person);
        passes(Duration.ofHours(25));
        assertThat(recoveries.mayEnter(person)).isFalse();
        assertThat(recoveries.enter(person)).isFalse();
        assertThat(recoveries.of(person)).isEmpty();
        assertThat(factors.of(person).any()).isTrue();
    }

    @Test
    void aLinkOpensOnceAndOnlyTheLatest() {
        attest();
        String first = link();
        String second = link();
        assertThat(recoveries.prove(first)).isEmpty();
        assertThat(recoveries.prove(second)).isPresent();
        assertThat(recoveries.prove(second)).isEmpty();
        assertThat(recoveries.prove("")).isEmpty();
        assertThat(
                        database.superuser()
                                .sql(
                                        "SELECT count(*) FROM platform.factor_recovery WHERE link_hash = ?")
                                .param(second)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aLinkThatWaitedTooLongOpensNothingAndMakesRoomForAnother() {
        attest();
        String link = link();
        passes(Duration.ofHours(25));
        assertThat(recoveries.prove(link)).isEmpty();
        attest();
        assertThat(recoveries.prove(link())).isPresent();
    }

    @Test
    void onlyAnotherAdministratorAttestsWithAReasonAndAFreshProof() {
        refused(Reason.ONESELF, () -> recoveries.attest(administrator, firm, administrator, "moi"));
        refused(Reason.NO_REASON, () -> recoveries.attest(administrator, firm, person, "  "));
        UserAccountId withoutFactor = PersonFixture.colleague(accounts, id());
        refused(
                Reason.NO_FACTOR,
                () -> recoveries.attest(administrator, firm, withoutFactor, "vu en personne"));
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, elsewhere);
        refused(
                Reason.NOT_A_COLLEAGUE,
                () -> recoveries.attest(administrator, firm, stranger, "vu en personne"));
        attest();
        refused(Reason.UNDER_WAY, this::attest);
        SessionFixture.begun();
        assertThatThrownBy(this::attest).isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, person, clock);
        assertThatThrownBy(() -> recoveries.attest(person, firm, administrator, "vu"))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void whoCameInOwesAnotherFactorBeforeAnything() {
        granting.grant(administrator, person, new Scope.WholeFirm(id()), Profile.STANDARD);
        comesIn();
        assertThat(rules.waitingFor(person)).extracting(FirmCard::shortName).containsExactly(firm);
        assertThat(habilitations.firmsOf(person)).isEmpty();
        hasAFactor(person);
        assertThat(rules.waitingFor(person)).isEmpty();
        assertThat(habilitations.firmsOf(person))
                .extracting(FirmCard::shortName)
                .containsExactly(firm);
    }

    @Test
    void oneFirmsWordOpensNoOtherFirmUntilThatOneHasMadeSure() {
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId there = firms.byShortName(other).orElseThrow().id();
        UserAccountId head = PersonFixture.colleague(accounts, there);
        granting.begin(there, head);
        accounts.join(person, there);
        SessionFixture.proven(proof, head, clock);
        granting.grant(head, person, new Scope.WholeFirm(there), Profile.STANDARD);
        SessionFixture.proven(proof, administrator, clock);
        granting.grant(administrator, person, new Scope.WholeFirm(id()), Profile.STANDARD);

        comesIn();
        hasAFactor(person);
        assertThat(habilitations.firmsOf(person))
                .extracting(FirmCard::shortName)
                .containsExactly(firm);
        assertThat(doubts.of(person)).extracting(FirmCard::shortName).containsExactly(other);
        assertThat(audit.ofFirm(head, other, Long.MAX_VALUE, 2))
                .extracting(AuditEntry::act)
                .containsExactly("recovery.used", "recovery.begun");

        assertThatThrownBy(() -> doubts.settle(administrator, other, person))
                .isInstanceOf(NoSuchCompanyException.class);
        SessionFixture.proven(proof, head, clock);
        assertThat(doubts.waiting(head, other)).extracting(PersonCard::id).containsExactly(person);
        doubts.settle(head, other, person);
        assertThat(habilitations.firmsOf(person)).hasSize(2);
    }

    @Test
    void noFirmAttestsForWhoAdministersAnotherAlone() {
        FirmId there = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        granting.begin(there, person);
        refused(Reason.FOR_OPERATORS, this::attest);
    }

    @Test
    void aCompanysOwnStaffIsAttestedByTheFirmInCharge() {
        TenantId company = provision.provision(CompanyFixture.companyOf(id()));
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId staff = PersonFixture.colleague(accounts, elsewhere);
        hasAFactor(staff);
        refused(
                Reason.NOT_A_COLLEAGUE,
                () -> recoveries.attest(administrator, firm, staff, "vu en personne"));
        database.superuser()
                .sql("INSERT INTO platform.company_member (tenant_id, user_id) VALUES (?, ?)")
                .params(company.value(), staff.value())
                .update();
        assertThat(recoveries.attestable(administrator, firm))
                .extracting(PersonCard::id)
                .contains(staff, person)
                .doesNotContain(administrator);
        recoveries.attest(administrator, firm, staff, "vu en personne");
        assertThat(recoveries.of(staff)).isPresent();
    }

    @Test
    void twoOperatorsAttestForOneOfThem() {
        UserAccountId first = operator();
        UserAccountId second = operator();
        UserAccountId lost = operator();
        accounts.join(lost, id());
        refused(
                Reason.FOR_OPERATORS,
                () -> recoveries.attest(administrator, firm, lost, "vu en personne"));
        assertThatThrownBy(() -> byOperators.underWay(administrator))
                .isInstanceOf(NotAnOperatorException.class);
        SessionFixture.proven(proof, first, clock);
        refused(
                Reason.NOT_FOR_OPERATORS,
                () -> byOperators.attest(first, address(person), "carte vue"));
        refused(Reason.ONESELF, () -> byOperators.attest(first, address(first), "moi"));
        byOperators.attest(first, address(lost), "carte d’identité vue");
        RecoveryId id = recoveries.of(lost).orElseThrow().id();
        assertThat(recoveries.prove(recoveries.mintLink(id))).isEmpty();
        refused(Reason.SAME_OPERATOR, () -> byOperators.confirm(first, id));
        SessionFixture.proven(proof, lost, clock);
        refused(Reason.ONESELF, () -> byOperators.confirm(lost, id));
        SessionFixture.proven(proof, second, clock);
        byOperators.confirm(second, id);
        refused(Reason.CHANGED_MEANWHILE, () -> byOperators.confirm(second, id));
        assertThat(recoveries.prove(recoveries.mintLink(id))).isPresent();
        passes(Duration.ofHours(25));
        assertThat(recoveries.enter(lost)).isTrue();
        assertThat(doubts.of(lost)).isEmpty();
        assertThat(operators.mayAct(lost)).isFalse();
    }

    @Test
    void theyAttestForTheOnlyAdministratorOfAFirmToo() {
        hasAFactor(administrator);
        UserAccountId first = operator();
        SessionFixture.proven(proof, first, clock);
        byOperators.attest(first, address(administrator), "pièce et Kbis vus");
        assertThat(byOperators.underWay(first))
                .extracting(one -> one.person().id())
                .contains(administrator);
    }

    private UserAccountId operator() {
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId one = PersonFixture.colleague(accounts, elsewhere);
        hasAFactor(one);
        database.superuser()
                .sql("INSERT INTO platform.operator (user_id, since) VALUES (?, now())")
                .param(one.value())
                .update();
        return one;
    }

    private EmailAddress address(UserAccountId one) {
        return new EmailAddress(accounts.card(one).email());
    }

    private void comesIn() {
        attest();
        recoveries.prove(link());
        passes(Duration.ofHours(25));
        assertThat(recoveries.enter(person)).isTrue();
    }

    private FirmId id() {
        return firms.byShortName(firm).orElseThrow().id();
    }

    private void attest() {
        recoveries.attest(administrator, firm, person, "vu en personne, carte d’identité");
    }

    private String link() {
        return recoveries.mintLink(recoveries.of(person).orElseThrow().id());
    }

    /** Time passes for the way back in, which is what is looked at here. */
    private void passes(Duration time) {
        database.superuser()
                .sql(
                        "UPDATE platform.factor_recovery SET opens_at = opens_at - ? * interval '1 second', ends_at = ends_at - ? * interval '1 second' WHERE over_at IS NULL")
                .params(time.toSeconds(), time.toSeconds())
                .update();
    }

    private void hasAFactor(UserAccountId who) {
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, ''::bytea, 0, now())")
                .param(who.value())
                .update();
    }

    private static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RecoveryRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
