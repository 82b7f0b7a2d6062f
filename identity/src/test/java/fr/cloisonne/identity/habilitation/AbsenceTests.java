package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.audit.InPlaceReading;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
class AbsenceTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-02");
    private static final LocalDate LAST = LocalDate.parse("2026-11-15");

    /** 10:00 in Paris. */
    private static final Instant MORNING = Instant.parse("2026-11-02T09:00:00Z");

    @Autowired private Absences absences;
    @Autowired private StandingIn standingIn;
    @Autowired private DelegationDays days;
    @Autowired private Delegation delegation;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private ProfileEditing profiles;
    @Autowired private InPlaceReading report;
    @Autowired private AuditReading journal;
    @Autowired private AuditTrail trail;
    @Autowired private CompanyDoor door;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    @Autowired
    @Qualifier("tenantTransactionManager")
    private PlatformTransactionManager tenantTransactions;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private TenantId company;
    private UserAccountId claire;
    private UserAccountId amina;

    @BeforeEach
    void aFirmWithACompany() {
        clock.set(MORNING);
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        amina = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, claire, clock);
        granting.begin(firmId, claire);
        path = company();
        company = habilitations.access(claire, path).company().tenant();
    }

    @Test
    void theWholePortfolioTakesInCompaniesAddedLaterOnlyIfTheBoxSaysSo() {
        absences.begin(claire, firm, wish(false, false));
        CompanyPath added = company();

        assertThat(habilitations.access(amina, path).rights())
                .contains(Right.DEPOSIT)
                .doesNotContain(Right.DELEGATE);
        assertThatThrownBy(() -> habilitations.access(amina, added))
                .isInstanceOf(NoSuchCompanyException.class);

        absences.begin(claire, firm, wish(true, false));
        assertThat(habilitations.access(amina, added).onBehalfOf())
                .containsEntry(Right.DEPOSIT, claire);
        assertThat(habilitations.firmRights(amina, firm)).doesNotContain(Right.AUDIT);
    }

    @Test
    void administrationIsLentOnlyIfTheBoxSaysSo() {
        absences.begin(claire, firm, wish(true, true));
        assertThat(habilitations.firmRights(amina, firm)).contains(Right.AUDIT);
    }

    @Test
    void norIsPowerLentThatAProfileOfTheFirmsOwnGives() {
        UserAccountId karim = PersonFixture.colleague(accounts, firmId);
        Scope whole = new Scope.WholeFirm(firmId);
        Profile head =
                profiles.make(
                        claire,
                        firm,
                        "Chef de mission",
                        Set.of(Right.DEPOSIT, Right.FOLLOW_UP, Right.SEE_COMPANIES, Right.APPROVE));
        Profile machines =
                profiles.make(claire, firm, "Machines", Set.of(Right.MANAGE_CONNECTIONS));
        granting.grant(claire, karim, whole, head);
        granting.grant(claire, karim, whole, machines);
        SessionFixture.proven(proof, karim, clock);

        absences.begin(karim, firm, wish(true, false));
        assertThat(habilitations.firmRights(amina, firm))
                .contains(Right.DEPOSIT, Right.FOLLOW_UP)
                .doesNotContainAnyElementsOf(Right.POWERS);
        absences.begin(karim, firm, wish(true, true));
        assertThat(habilitations.firmRights(amina, firm))
                .contains(Right.APPROVE, Right.MANAGE_CONNECTIONS);
    }

    @Test
    void chosenCompaniesAreTheOnlyOnes() {
        CompanyPath other = company();
        absences.begin(
                claire,
                firm,
                new AbsenceWish(amina, Set.of(company), true, true, FIRST, LAST, "congés"));
        assertThat(habilitations.access(amina, path).allows(Right.DEPOSIT)).isTrue();
        assertThatThrownBy(() -> habilitations.access(amina, other))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void whoIsNoAdministratorHandsOverWhatTheyHoldAndNothingElse() {
        UserAccountId karim = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, karim, clock);
        assertThatThrownBy(() -> absences.begin(karim, firm, wish(true, true)))
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOTHING_HELD));
        SessionFixture.proven(proof, claire, clock);
        granting.grant(claire, karim, new Scope.OneCompany(firmId, company), Profile.READER);
        SessionFixture.proven(proof, karim, clock);
        assertThat(absences.portfolio(karim, firm)).hasSize(1);
        absences.begin(karim, firm, wish(true, true));
        assertThat(habilitations.access(amina, path).rights())
                .contains(Right.CONSULT)
                .doesNotContain(Right.DEPOSIT);
    }

    @Test
    void strangersToTheFirmNeitherPlanNorStandIn() {
        FirmId other = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        UserAccountId stranger = PersonFixture.colleague(accounts, other);
        assertThatThrownBy(() -> absences.portfolio(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() ->
                        absences.begin(
                                claire,
                                firm,
                                new AbsenceWish(
                                        stranger, Set.of(), true, false, FIRST, LAST, "congés")))
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_A_COLLEAGUE));
    }

    @Test
    void theBannerSaysForWhomAndUntilWhenWhereTheRightIsLentAlone() {
        granting.grant(claire, amina, new Scope.OneCompany(firmId, company), Profile.READER);
        absences.begin(claire, firm, wish(true, false));

        assertThat(standingIn.inCompany(amina, path, Right.CONSULT)).isEmpty();
        assertThat(standingIn.inCompany(amina, path, Right.DEPOSIT))
                .hasValueSatisfying(one -> {
                    assertThat(one.giver().id()).isEqualTo(claire);
                    assertThat(one.last()).isEqualTo(LAST);
                });
        assertThat(standingIn.today(amina)).hasSize(1);
        assertThat(standingIn.today(claire)).isEmpty();
    }

    @Test
    void endsAtMidnightInParisAndIsToldOnce() {
        DelegationId given = absences.begin(claire, firm, wish(true, false));
        turn();

        clock.set(Instant.parse("2026-11-15T22:59:59Z"));
        turn();
        assertThat(habilitations.access(amina, path).allows(Right.DEPOSIT)).isTrue();

        clock.set(Instant.parse("2026-11-15T23:00:00Z"));
        assertThatThrownBy(() -> habilitations.access(amina, path))
                .isInstanceOf(NoSuchCompanyException.class);
        turn();
        turn();
        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 10))
                .filteredOn(entry -> entry.act().equals("delegation.ended"))
                .hasSize(1);
        assertThat(ended(given)).isEqualTo(1);
        assertThat(absences.given(claire, firm))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(AbsenceLine.State.OVER));
    }

    @Test
    void oneEndedEarlyIsReportedToo() {
        DelegationId given = absences.begin(claire, firm, wish(true, false));
        delegation.revoke(amina, given);
        turn();
        assertThat(ended(given)).isEqualTo(1);
    }

    @Test
    void whoWasAwayReadsAllThatWasDoneInTheirPlaceAndNothingElse() {
        UserAccountId karim = PersonFixture.colleague(accounts, firmId);
        DelegationId given = absences.begin(claire, firm, wish(true, false));
        door.enter(amina, path, () -> acts(amina, claire));
        door.enter(claire, path, () -> acts(claire, null));

        assertThat(report.companies(claire, given))
                .extracting(ClientCompanyCard::tenant)
                .containsExactly(company);
        assertThat(door.enter(claire, path, () -> report.inCompany(given, Long.MAX_VALUE, 50)))
                .singleElement()
                .extracting(AuditEntry::act)
                .isEqualTo("test.acted");
        assertThat(report.span(karim, given)).isEmpty();
        assertThat(report.span(amina, given)).isEmpty();
        assertThatThrownBy(() ->
                        door.enter(amina, path, () -> report.inCompany(given, Long.MAX_VALUE, 50)))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private boolean acts(UserAccountId who, @Nullable UserAccountId inPlaceOf) {
        new TransactionTemplate(tenantTransactions)
                .executeWithoutResult(
                        status -> trail.recordInCompany(who, inPlaceOf, "test.acted", Map.of()));
        return true;
    }

    private AbsenceWish wish(boolean later, boolean administration) {
        return new AbsenceWish(amina, Set.of(), later, administration, FIRST, LAST, "congés");
    }

    private CompanyPath company() {
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        provision.provision(taken);
        return new CompanyPath(firm, taken.siren());
    }

    private void turn() {
        while (days.beginOne()) {
            // The next one.
        }
        while (days.endOne()) {
            // The next one.
        }
    }

    private int ended(DelegationId given) {
        return database.superuser()
                .sql(
                        "SELECT count(*) FROM platform.outbox WHERE kind = 'DelegationEnded' AND aggregate = ?")
                .param(given.toString())
                .query(Integer.class)
                .single();
    }
}
