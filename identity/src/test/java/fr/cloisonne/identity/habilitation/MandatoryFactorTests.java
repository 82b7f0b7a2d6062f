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
import fr.cloisonne.identity.signin.SecondFactors;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** As the product ships: whoever administers anything of a firm does so with a second factor. */
@PostgresTest
@TestPropertySource(properties = "cloisonne.second-factor.administrators=required")
class MandatoryFactorTests {

    @Autowired private FactorRules rules;
    @Autowired private SecondFactors factors;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private ProfileEditing profiles;
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
    private TenantId company;
    private CompanyPath path;
    private UserAccountId administrator;
    private UserAccountId colleague;

    @BeforeEach
    void aFirmJustBornAndAColleague() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        company = provision.provision(taken);
        path = new CompanyPath(firm, taken.siren());
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void aSecondFactorIsMandatoryForTheAdministratorOfAFirmJustBorn() {
        assertThat(rules.of(firmId)).isEqualTo(FactorRule.ADMINISTRATORS);
        isLedToAddOne(administrator);
        assertThat(habilitations.firmRights(administrator, firm)).isEmpty();
        assertThat(administrators.of(firmId)).isEmpty();
        assertThat(administrators.toTell(firmId)).containsExactly(administrator);
        hasAFactor(administrator);
        assertThat(habilitations.firmRights(administrator, firm)).contains(Right.DELEGATE);
        assertThat(administrators.of(firmId)).containsExactly(administrator);
    }

    @Test
    void whoAdministersWithoutOneGivesNothing() {
        assertThatThrownBy(() -> gives(Profile.STANDARD))
                .isInstanceOf(DelegationRefusedException.class);
        hasAFactor(administrator);
        gives(Profile.STANDARD);
        assertThat(habilitations.access(colleague, path).allows(Right.DEPOSIT)).isTrue();
    }

    @Test
    void aFirmCannotAskLessThanOfItsAdministrators() {
        hasAFactor(administrator);
        assertThat(rules.choices())
                .containsExactly(FactorRule.ADMINISTRATORS, FactorRule.EVERYBODY);
        assertThatThrownBy(() -> rules.change(administrator, firm, FactorRule.NOBODY))
                .isInstanceOf(IllegalArgumentException.class);
        gives(Profile.STANDARD);
        rules.change(administrator, firm, FactorRule.EVERYBODY);
        isLedToAddOne(colleague);
        rules.change(administrator, firm, FactorRule.ADMINISTRATORS);
        assertThat(rules.waitingFor(colleague)).isEmpty();
        assertThatThrownBy(() -> factors.removeAuthenticator(administrator))
                .isInstanceOf(FactorNeededException.class);
    }

    @Test
    void aProfileOfTheFirmsOwnThatGivesPowerMakesAnAdministrator() {
        hasAFactor(administrator);
        gives(Profile.STANDARD);
        assertThat(rules.waitingFor(colleague)).isEmpty();
        for (Right power : Right.POWERS) {
            Profile own = profiles.make(administrator, firm, power.name(), Set.of(power));
            HabilitationId held = gives(own);
            isLedToAddOne(colleague);
            granting.revoke(administrator, held);
            assertThat(rules.waitingFor(colleague)).isEmpty();
        }
        Profile reading = profiles.make(administrator, firm, "Lecture", Set.of(Right.AUDIT));
        gives(reading);
        assertThat(rules.waitingFor(colleague)).isEmpty();
    }

    @Test
    void whoAdministersOneCompanyAloneIsAskedToo() {
        hasAFactor(administrator);
        FirmId elsewhere = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId staff = PersonFixture.colleague(accounts, elsewhere);
        database.superuser()
                .sql("INSERT INTO platform.company_member (tenant_id, user_id) VALUES (?, ?)")
                .params(company.value(), staff.value())
                .update();
        granting.grant(
                administrator, staff, new Scope.OneCompany(firmId, company), Profile.STANDARD);
        assertThat(habilitations.access(staff, path).allows(Right.DEPOSIT)).isTrue();
        granting.grant(
                administrator, staff, new Scope.OneCompany(firmId, company), Profile.ADMINISTRATOR);
        isLedToAddOne(staff);
        hasAFactor(staff);
        assertThat(habilitations.access(staff, path).allows(Right.DELEGATE)).isTrue();
    }

    @Test
    void aLoanOfPowerIsCountedWhileItRuns() {
        hasAFactor(administrator);
        gives(Profile.STANDARD);
        LocalDate today = LocalDate.now(clock);
        DelegationId loan =
                delegation.delegate(
                        administrator,
                        colleague,
                        new Loan(
                                Set.of(new Scope.WholeFirm(firmId)),
                                Set.of(Profile.ADMINISTRATOR),
                                today,
                                today.plusDays(3),
                                "Congés"));
        isLedToAddOne(colleague);
        delegation.revoke(administrator, loan);
        assertThat(rules.waitingFor(colleague)).isEmpty();
        assertThat(habilitations.access(colleague, path).allows(Right.DEPOSIT)).isTrue();
    }

    @Test
    void theirOtherFirmsAreNotConcerned() {
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        UserAccountId there = PersonFixture.colleague(accounts, otherId);
        hasAFactor(there);
        granting.begin(otherId, there);
        accounts.join(administrator, otherId);
        SessionFixture.proven(proof, there, clock);
        granting.grant(there, administrator, new Scope.WholeFirm(otherId), Profile.READER);
        assertThat(rules.waitingFor(administrator))
                .extracting(FirmCard::shortName)
                .containsExactly(firm);
        assertThat(habilitations.firmsOf(administrator))
                .extracting(FirmCard::shortName)
                .containsExactly(other);
    }

    private HabilitationId gives(Profile profile) {
        return granting.grant(administrator, colleague, new Scope.WholeFirm(firmId), profile);
    }

    private void isLedToAddOne(UserAccountId person) {
        assertThat(rules.waitingFor(person)).extracting(FirmCard::shortName).containsExactly(firm);
        assertThatThrownBy(() -> habilitations.access(person, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private void hasAFactor(UserAccountId person) {
        database.superuser()
                .sql(
                        "INSERT INTO platform.authenticator (user_id, secret, last_step, added_at) VALUES (?, ''::bytea, 0, now())")
                .param(person.value())
                .update();
    }
}
