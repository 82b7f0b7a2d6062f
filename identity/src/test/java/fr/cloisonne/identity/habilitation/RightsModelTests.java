package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class RightsModelTests {

    @Autowired private Delegation delegation;
    @Autowired private Granting granting;
    @Autowired private Habilitations habilitations;
    @Autowired private NamedPortfolios portfolios;
    @Autowired private PortfolioEditing portfolioEditing;
    @Autowired private Profiles profiles;
    @Autowired private ProfileEditing profileEditing;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private FreshProof proof;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath bakery;
    private TenantId bakeryId;
    private CompanyPath garage;
    private TenantId garageId;
    private UserAccountId administrator;
    private UserAccountId colleague;
    private UserAccountId other;

    @BeforeEach
    void aFirmWithTwoCompanies() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany first = CompanyFixture.companyOf(firmId);
        NewClientCompany second = CompanyFixture.companyOf(firmId);
        bakeryId = provision.provision(first);
        garageId = provision.provision(second);
        bakery = new CompanyPath(firm, first.siren());
        garage = new CompanyPath(firm, second.siren());
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        other = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        proves(administrator);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void theAdministratorWhoShipsHoldsEveryRight() {
        assertThat(profiles.of(firmId))
                .extracting(ProfileSheet::profile)
                .containsExactlyElementsOf(Profile.SHIPPED);
        assertThat(profiles.of(firmId).getLast().rights()).isEqualTo(EnumSet.allOf(Right.class));
        assertThat(profiles.of(firmId))
                .allSatisfy(sheet ->
                        assertThat(sheet.rights())
                                .isEqualTo(Right.withConsultation(sheet.rights())));
    }

    @Test
    void aPortfolioGivesItsCompaniesAtOnceAndTakesThemAtOnce() {
        PortfolioSheet portfolio = portfolio(Set.of(bakeryId));
        granting.grant(administrator, colleague, over(portfolio), Profile.STANDARD);
        assertThat(companiesOf(colleague)).containsExactly(bakeryId);
        assertNothing(colleague, garage);
        portfolioEditing.change(
                administrator, firm, portfolio, "Commerces", Set.of(bakeryId, garageId));
        assertThat(companiesOf(colleague)).containsExactlyInAnyOrder(bakeryId, garageId);
        assertThat(habilitations.access(colleague, garage).allows(Right.DEPOSIT)).isTrue();
        portfolioEditing.change(administrator, firm, only(), "Commerces", Set.of());
        assertThat(companiesOf(colleague)).isEmpty();
        assertNothing(colleague, bakery);
        assertThat(habilitations.firmRights(colleague, firm)).isEmpty();
    }

    @Test
    void aPortfolioIsChangedByOneAtATimeAndRemovedOnceNobodyHoldsIt() {
        PortfolioSheet portfolio = portfolio(Set.of(bakeryId));
        HabilitationId given =
                granting.grant(administrator, colleague, over(portfolio), Profile.READER);
        assertRefused(Reason.IN_USE, () -> portfolioEditing.remove(administrator, firm, portfolio));
        portfolioEditing.change(administrator, firm, portfolio, "Artisans", Set.of());
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () ->
                        portfolioEditing.change(
                                administrator, firm, portfolio, "Autre", Set.of(garageId)));
        assertRefused(
                Reason.NAME_TAKEN,
                () -> portfolioEditing.make(administrator, firm, "ARTISANS", Set.of()));
        granting.revoke(administrator, given);
        portfolioEditing.remove(administrator, firm, only());
        assertThat(portfolios.of(firmId)).isEmpty();
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () -> granting.grant(administrator, colleague, over(portfolio), Profile.READER));
    }

    @Test
    void whoGivesRightsCannotWidenAPortfolioBeyondTheirOwn() {
        Profile clerk =
                profileEditing.make(
                        administrator, firm, "Gestion des droits", Set.of(Right.DELEGATE));
        granting.grant(administrator, other, whole(), clerk);
        PortfolioSheet portfolio = portfolio(Set.of(bakeryId));
        granting.grant(administrator, colleague, over(portfolio), Profile.STANDARD);
        proves(other);
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS,
                () ->
                        portfolioEditing.change(
                                other, firm, portfolio, "Commerces", Set.of(garageId)));
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS,
                () -> profileEditing.make(other, firm, "Dépôt", Set.of(Right.DEPOSIT)));
        assertThat(companiesOf(colleague)).containsExactly(bakeryId);
    }

    @Test
    void anOwnProfileIsNoMoreThanItSaysAndChangesForAllAtOnce() {
        Profile own = profileEditing.make(administrator, firm, "Dépôt seul", Set.of(Right.DEPOSIT));
        granting.grant(administrator, colleague, one(bakeryId), own);
        assertThat(habilitations.access(colleague, bakery).rights())
                .containsExactlyInAnyOrder(Right.SEE_DEPOSITS, Right.DEPOSIT);
        ProfileSheet sheet = sheet(own);
        profileEditing.change(administrator, firm, sheet, "Suivi", Set.of(Right.CONSULT));
        assertThat(habilitations.access(colleague, bakery).rights()).containsExactly(Right.CONSULT);
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () ->
                        profileEditing.change(
                                administrator, firm, sheet, "Suivi", Set.of(Right.DEPOSIT)));
        assertRefused(Reason.IN_USE, () -> profileEditing.remove(administrator, firm, sheet(own)));
    }

    @Test
    void thoseThatShipStay() {
        ProfileSheet reader = sheet(Profile.READER);
        assertRefused(Reason.NOT_FOUND, () -> profileEditing.remove(administrator, firm, reader));
        assertRefused(
                Reason.NOT_FOUND,
                () ->
                        profileEditing.change(
                                administrator, firm, reader, "Tout", Set.of(Right.DELEGATE)));
    }

    @Test
    void nothingOfAnotherFirmCanBeGiven() {
        FirmShortName elsewhere = CompanyFixture.openFirm(firms);
        FirmId elsewhereId = firms.byShortName(elsewhere).orElseThrow().id();
        TenantId foreign = provision.provision(CompanyFixture.companyOf(elsewhereId));
        UserAccountId stranger = PersonFixture.colleague(accounts, elsewhereId);
        granting.begin(elsewhereId, stranger);
        proves(stranger);
        PortfolioId theirs =
                portfolioEditing.make(stranger, elsewhere, "Les leurs", Set.of(foreign));
        Profile own = profileEditing.make(stranger, elsewhere, "À eux", Set.of(Right.CONSULT));
        proves(administrator);
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () -> granting.grant(administrator, colleague, one(foreign), Profile.READER));
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () ->
                        granting.grant(
                                administrator,
                                colleague,
                                new Scope.OnePortfolio(firmId, theirs),
                                Profile.READER));
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () -> granting.grant(administrator, colleague, whole(), own));
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () -> portfolioEditing.make(administrator, firm, "Vol", Set.of(foreign)));
        assertRefused(
                Reason.NOT_OF_THE_FIRM,
                () -> lend(administrator, colleague, Set.of(one(foreign)), Set.of(Profile.READER)));
    }

    @Test
    void oneDelegationLendsSeveralProfilesInSeveralPlacesAndEndsWhole() {
        Profile own =
                profileEditing.make(administrator, firm, "Dossiers", Set.of(Right.SEE_COMPANIES));
        PortfolioSheet portfolio = portfolio(Set.of(garageId));
        DelegationId given =
                lend(
                        administrator,
                        colleague,
                        Set.of(one(bakeryId), over(portfolio)),
                        Set.of(Profile.STANDARD, own));
        assertThat(companiesOf(colleague)).containsExactlyInAnyOrder(bakeryId, garageId);
        assertThat(habilitations.access(colleague, garage).onBehalfOf())
                .containsEntry(Right.DEPOSIT, administrator);
        delegation.revoke(administrator, given);
        assertThat(companiesOf(colleague)).isEmpty();
    }

    @Test
    void whenTheGiverLosesARightTheDelegateLosesExactlyThat() {
        HabilitationId standard =
                granting.grant(administrator, colleague, one(bakeryId), Profile.STANDARD);
        granting.grant(administrator, colleague, whole(), Profile.READER);
        proves(colleague);
        lend(colleague, other, Set.of(one(bakeryId)), Set.of(Profile.STANDARD));
        assertThat(habilitations.access(other, bakery).allows(Right.DEPOSIT)).isTrue();
        assertNothing(other, garage);
        granting.revoke(administrator, standard);
        assertThat(habilitations.access(other, bakery).rights())
                .containsExactlyInAnyOrder(Right.SEE_DEPOSITS, Right.CONSULT, Right.SEE_COMPANIES);
        proves(administrator);
        granting.grant(administrator, colleague, one(bakeryId), Profile.STANDARD);
        assertThat(habilitations.access(other, bakery).allows(Right.DEPOSIT)).isTrue();
    }

    private DelegationId lend(
            UserAccountId from, UserAccountId to, Set<Scope> where, Set<Profile> what) {
        LocalDate today = LocalDate.now(clock);
        return delegation.delegate(
                from, to, new Loan(where, what, today, today.plusDays(7), "congés"));
    }

    private PortfolioSheet portfolio(Set<TenantId> companies) {
        portfolioEditing.make(administrator, firm, "Commerces", companies);
        return only();
    }

    private PortfolioSheet only() {
        return portfolios.of(firmId).getFirst();
    }

    private ProfileSheet sheet(Profile profile) {
        return profiles.of(firmId).stream()
                .filter(sheet -> sheet.profile().equals(profile))
                .findFirst()
                .orElseThrow();
    }

    private Scope over(PortfolioSheet portfolio) {
        return new Scope.OnePortfolio(firmId, portfolio.id());
    }

    private Scope one(TenantId company) {
        return new Scope.OneCompany(firmId, company);
    }

    private Scope whole() {
        return new Scope.WholeFirm(firmId);
    }

    private List<TenantId> companiesOf(UserAccountId person) {
        return habilitations.clientCompaniesOf(person).stream()
                .map(ClientCompanyCard::tenant)
                .toList();
    }

    private void proves(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
    }

    private void assertNothing(UserAccountId person, CompanyPath path) {
        assertThatThrownBy(() -> habilitations.access(person, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
