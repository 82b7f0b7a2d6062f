package fr.cloisonne.identity.recovery;

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
import fr.cloisonne.identity.recovery.RecoveryRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
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
