package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.signin.FactorNeededException;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class FactorRulesTests {

    @Autowired private FactorRules rules;
    @Autowired private SecondFactors factors;
    @Autowired private Granting granting;
    @Autowired private Habilitations habilitations;
    @Autowired private Administrators administrators;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private UserAccountId administrator;
    private UserAccountId colleague;

    @BeforeEach
    void aFirmWithTwoPeople() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        provision.provision(taken);
        path = new CompanyPath(firm, taken.siren());
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
        granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), Profile.STANDARD);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void whoHasNoneAsksNothingOfOthers() {
        assertThatThrownBy(() -> rules.change(administrator, firm, FactorRule.EVERYBODY))
                .isInstanceOf(OwnFactorMissingException.class);
        hasAFactor(administrator);
        SessionFixture.begun();
        assertThatThrownBy(() -> rules.change(administrator, firm, FactorRule.EVERYBODY))
                .isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, colleague, clock);
        assertThatThrownBy(() -> rules.change(colleague, firm, FactorRule.NOBODY))
                .isInstanceOf(RightMissingException.class);
        assertThat(rules.of(firmId)).isEqualTo(FactorRule.NOBODY);
    }

    @Test
    void whoIsAskedAndHasNoneHoldsNothingThereUntilTheyHaveOne() {
        asks(FactorRule.EVERYBODY);
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(habilitations.clientCompaniesOf(colleague)).isEmpty();
        assertThat(habilitations.firmsOf(colleague)).isEmpty();
        assertThat(rules.waitingFor(colleague))
                .extracting(FirmCard::shortName)
                .containsExactly(firm);
        assertThat(rules.without(firmId)).isOne();
        assertThat(habilitations.access(administrator, path).allows(Right.DEPOSIT)).isTrue();
        hasAFactor(colleague);
        assertThat(habilitations.access(colleague, path).allows(Right.DEPOSIT)).isTrue();
        assertThat(rules.waitingFor(colleague)).isEmpty();
    }

    @Test
    void ofAdministratorsItIsAskedOfNobodyElse() {
        asks(FactorRule.ADMINISTRATORS);
        assertThat(habilitations.access(colleague, path).allows(Right.DEPOSIT)).isTrue();
        granting.grant(
                administrator, colleague, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        assertThatThrownBy(() -> habilitations.access(colleague, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void theirOtherFirmsAreNotConcerned() {
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        granting.begin(otherId, colleague);
        asks(FactorRule.EVERYBODY);
        assertThat(habilitations.firmRights(colleague, other)).contains(Right.DELEGATE);
        assertThat(habilitations.firmsOf(colleague))
                .extracting(FirmCard::shortName)
                .containsExactly(other);
    }

    @Test
    void theLastAdministratorWithAFactorIsTheLastAdministrator() {
        asks(FactorRule.ADMINISTRATORS);
        granting.grant(
                administrator, colleague, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        assertThat(administrators.of(firmId)).containsExactly(administrator);
        hasAFactor(colleague);
        assertThat(administrators.of(firmId)).containsExactlyInAnyOrder(administrator, colleague);
    }

    @Test
    void whoLacksTheirFactorIsNotTakenAwayAsTheFirmsLastAdministrator() {
        HabilitationId last =
                granting.grant(
                        administrator,
                        colleague,
                        new Scope.WholeFirm(firmId),
                        Profile.ADMINISTRATOR);
        asks(FactorRule.ADMINISTRATORS);
        lostAll(administrator);
        assertThat(administrators.of(firmId)).isEmpty();
        assertThatThrownBy(() -> administrators.requireAnother(firmId, colleague))
                .isInstanceOf(DelegationRefusedException.class);
        assertThatThrownBy(() -> granting.begin(firmId, PersonFixture.colleague(accounts, firmId)))
                .isInstanceOf(DelegationRefusedException.class);
        hasAFactor(administrator);
        granting.revoke(administrator, last);
        assertThat(administrators.of(firmId)).containsExactly(administrator);
    }

    @Test
    void whoAdministeredUntilYesterdayIsAskedNothingMore() {
        asks(FactorRule.ADMINISTRATORS);
        HabilitationId held =
                granting.grant(
                        administrator,
                        colleague,
                        new Scope.WholeFirm(firmId),
                        Profile.ADMINISTRATOR);
        endsOn(held, LocalDate.now(clock));
        assertThat(administrators.of(firmId)).containsExactly(administrator);
        assertThat(rules.waitingFor(colleague)).hasSize(1);
        endsOn(held, LocalDate.now(clock).minusDays(1));
        assertThat(rules.waitingFor(colleague)).isEmpty();
        assertThat(habilitations.access(colleague, path).allows(Right.DEPOSIT)).isTrue();
    }

    @Test
    void whoIsSuspendedIsAskedNothing() {
        asks(FactorRule.EVERYBODY);
        database.superuser()
                .sql("UPDATE platform.firm_member SET suspended_at = now() WHERE user_id = ?")
                .param(colleague.value())
                .update();
        assertThat(rules.waitingFor(colleague)).isEmpty();
        assertThat(rules.without(firmId)).isZero();
        assertThat(habilitations.firmsOf(colleague)).isEmpty();
    }

    @Test
    void aFactorThatIsAskedForStays() {
        asks(FactorRule.ADMINISTRATORS);
        assertThatThrownBy(() -> factors.removeAuthenticator(administrator))
                .isInstanceOf(FactorNeededException.class);
        assertThat(factors.of(administrator).any()).isTrue();
        rules.change(administrator, firm, FactorRule.NOBODY);
        factors.removeAuthenticator(administrator);
        assertThat(factors.of(administrator).any()).isFalse();
    }

    private void asks(FactorRule rule) {
        hasAFactor(administrator);
        rules.change(administrator, firm, rule);
    }

    private void endsOn(HabilitationId held, LocalDate day) {
        database.superuser()
                .sql("UPDATE platform.habilitation SET last_day = ? WHERE id = ?")
                .params(day, held.value())
                .update();
    }

    private void lostAll(UserAccountId person) {
        database.superuser()
                .sql("DELETE FROM platform.authenticator WHERE user_id = ?")
                .param(person.value())
                .update();
    }

    private void hasAFactor(UserAccountId person) {
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, ''::bytea, 0, now())")
                .param(person.value())
                .update();
    }
}
