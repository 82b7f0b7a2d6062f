package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class SeeingAsTests {

    @Autowired private SeeingAs seeing;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private PortfolioEditing portfolios;
    @Autowired private CompanyDoor door;
    @Autowired private AuditReading journal;
    @Autowired private AuditTrail trail;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private SettableClock clock;

    @Autowired
    @Qualifier("tenantTransactionManager")
    private PlatformTransactionManager tenantTransactions;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private CompanyPath other;
    private UserAccountId claire;
    private UserAccountId amina;

    @BeforeEach
    void anAdministratorAndAColleagueInOneCompany() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        amina = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, claire, clock);
        granting.begin(firmId, claire);
        path = company();
        other = company();
        TenantId company = habilitations.access(claire, path).company().tenant();
        granting.grant(claire, amina, new Scope.OneCompany(firmId, company), Profile.STANDARD);
    }

    @AfterEach
    void withTheirOwnEyes() {
        seeing.end(claire);
    }

    @Test
    void showsTheCompaniesPagesAndActsOfTheColleagueAlone() {
        seeing.begin(claire, firm, amina);

        assertThat(habilitations.clientCompaniesOf(claire))
                .extracting(ClientCompanyCard::path)
                .containsExactly(path);
        assertThat(habilitations.access(claire, path).rights())
                .isEqualTo(habilitations.access(amina, path).rights());
        assertThat(habilitations.firmRights(claire, firm)).isEmpty();
        assertThatThrownBy(() -> habilitations.access(claire, other))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(seeing.now(claire))
                .hasValueSatisfying(card -> assertThat(card.id()).isEqualTo(amina));

        seeing.end(claire);
        assertThat(habilitations.clientCompaniesOf(claire)).hasSize(2);
        assertThat(habilitations.firmRights(claire, firm)).contains(Right.DELEGATE);
    }

    @Test
    void showsNothingThatTheAdministratorCouldNotSeeThemselves() {
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        FirmId second = firms.byShortName(elsewhere).orElseThrow().id();
        UserAccountId paul = PersonFixture.colleague(accounts, second);
        granting.begin(second, paul);
        NewClientCompany theirs = CompanyFixture.companyOf(second);
        provision.provision(theirs);
        accounts.join(amina, second);
        SessionFixture.proven(proof, paul, clock);
        granting.grant(paul, amina, new Scope.WholeFirm(second), Profile.ADMINISTRATOR);

        seeing.begin(claire, firm, amina);
        assertThat(habilitations.firmsOf(claire))
                .extracting(FirmCard::shortName)
                .containsExactly(firm);
        assertThatThrownBy(() ->
                        habilitations.access(claire, new CompanyPath(elsewhere, theirs.siren())))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void noActIsPossibleInTheFirm() {
        seeing.begin(claire, firm, amina);
        UserAccountId third = PersonFixture.colleague(accounts, firmId);
        assertThatThrownBy(() ->
                        granting.grant(claire, third, new Scope.WholeFirm(firmId), Profile.READER))
                .isInstanceOf(SeeingOnlyException.class);
        assertThatThrownBy(() -> portfolios.make(claire, firm, "Essai", Set.of()))
                .isInstanceOfAny(
                        SeeingOnlyException.class,
                        NoSuchCompanyException.class,
                        RightMissingException.class);

        seeing.end(claire);
        granting.grant(claire, third, new Scope.WholeFirm(firmId), Profile.READER);
        assertThat(habilitations.access(third, other).allows(Right.CONSULT)).isTrue();
    }

    @Test
    void noActIsPossibleInACompanyEvenOnAThreadOfItsOwn() {
        seeing.begin(claire, firm, amina);
        assertThatThrownBy(() -> door.enter(claire, path, this::acts))
                .isInstanceOf(SeeingOnlyException.class);
        assertThat(door.enter(amina, path, this::acts)).isTrue();
        seeing.end(claire);
        assertThat(door.enter(claire, path, this::acts)).isTrue();
    }

    private boolean acts() {
        UserAccountId who = CurrentPerson.require().person();
        new TransactionTemplate(tenantTransactions)
                .executeWithoutResult(
                        status -> trail.recordInCompany(who, null, "test.acted", Map.of()));
        return true;
    }

    @Test
    void isForPermanentAdministratorsAndForPeopleOfTheFirm() {
        FirmId second = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, second);
        assertThatThrownBy(() -> seeing.begin(claire, firm, stranger))
                .isInstanceOf(DelegationRefusedException.class);
        assertThatThrownBy(() -> seeing.begin(claire, firm, claire))
                .isInstanceOf(DelegationRefusedException.class);
        assertThatThrownBy(() -> seeing.begin(amina, firm, claire))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> seeing.colleagues(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void isOnRecordAndEndsByItself() {
        seeing.begin(claire, firm, amina);
        clock.advance(Duration.ofMinutes(31));
        assertThat(seeing.now(claire)).isEmpty();
        assertThat(habilitations.clientCompaniesOf(claire)).hasSize(2);

        seeing.begin(claire, firm, amina);
        seeing.end(claire);
        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 3))
                .extracting(AuditEntry::act)
                .containsExactly("seeing.ended", "seeing.begun", "seeing.begun");
    }

    private CompanyPath company() {
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        provision.provision(taken);
        return new CompanyPath(firm, taken.siren());
    }
}
