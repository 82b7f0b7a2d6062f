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
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@Import(ParisClock.class)
@TestPropertySource(properties = "cloisonne.outbox.scheduled=false")
class AccessReviewTests {

    @Autowired private AccessReview review;
    @Autowired private ReviewReminders reminders;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private Delegation delegation;
    @Autowired private PortfolioEditing portfolios;
    @Autowired private CompanyDoor door;
    @Autowired private AuditReading journal;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private TenantId company;
    private UserAccountId claire;
    private UserAccountId amina;

    @BeforeEach
    void aFirmWithTwoCompanies() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        claire = PersonFixture.colleague(accounts, firmId);
        amina = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, claire, clock);
        granting.begin(firmId, claire);
        path = company();
        company();
        company = habilitations.access(claire, path).company().tenant();
    }

    @Test
    void saysWhoReachesACompanyByWhichWayUntilWhenAndWhenForTheLastTime() {
        var portfolio = portfolios.make(claire, firm, "Lac", Set.of(company));
        LocalDate today = LocalDate.now(clock);
        granting.grant(claire, amina, new Scope.OnePortfolio(firmId, portfolio), Profile.READER);
        delegation.delegate(
                claire,
                amina,
                Loan.of(new Scope.WholeFirm(firmId), Profile.STANDARD, today, today, "congés"));
        boolean entered = door.enter(amina, path, () -> true);

        assertThat(entered).isTrue();
        List<ReviewLine> lines = review.page(claire, firm, new ReviewFilter(company, null), 0, 50);
        assertThat(lines).hasSize(3);
        assertThat(lines)
                .filteredOn(line -> line.person().id().equals(amina) && line.giver() == null)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.part().placeName()).isEqualTo("Lac");
                    assertThat(line.until()).isNull();
                    assertThat(line.lastUsed()).isEqualTo(clock.instant());
                    assertThat(line.password()).isTrue();
                });
        assertThat(lines)
                .filteredOn(line -> line.giver() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.until()).isEqualTo(today));
        assertThat(lines)
                .filteredOn(line -> line.person().id().equals(claire))
                .singleElement()
                .satisfies(line -> assertThat(line.lastUsed()).isNull());
        assertThat(review.count(claire, firm, new ReviewFilter(null, claire))).isEqualTo(2);
        assertThat(review.page(claire, firm, ReviewFilter.ALL, 3, 50)).hasSize(2);
    }

    @Test
    void anAdministratorSignsItAndTheNextReminderWaits() {
        review.sign(claire, firm);
        assertThat(review.signed(claire, firm))
                .singleElement()
                .satisfies(signed -> {
                    assertThat(signed.reviewer().id()).isEqualTo(claire);
                    assertThat(signed.companies()).isEqualTo(2);
                    assertThat(signed.habilitations()).isEqualTo(2);
                });
        assertThat(journal.ofFirm(claire, firm, Long.MAX_VALUE, 1))
                .first()
                .extracting(AuditEntry::act)
                .isEqualTo("review.signed");
        openedLongAgo();
        remind();
        assertThat(told()).isZero();
        clock.advance(Duration.ofDays(181));
        remind();
        assertThat(told()).isEqualTo(1);
        remind();
        assertThat(told()).isEqualTo(1);
        clock.advance(Duration.ofDays(15));
        remind();
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void isForThoseWhoMayReadTheJournalAndTakenAwayByAFreshProof() {
        assertThatThrownBy(() -> review.page(amina, firm, ReviewFilter.ALL, 0, 50))
                .isInstanceOf(NoSuchCompanyException.class);
        List<ReviewLine> read = new ArrayList<>();
        review.read(claire, firm, read::add);
        assertThat(read).hasSize(2);
        SessionFixture.begun();
        assertThatThrownBy(() -> review.read(claire, firm, read::add))
                .isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> review.sign(claire, firm))
                .isInstanceOf(ProofNeededException.class);
    }

    private void openedLongAgo() {
        database.superuser()
                .sql("UPDATE platform.firm SET created_at = '2020-01-01' WHERE id = ?")
                .param(firmId.value())
                .update();
    }

    private void remind() {
        while (reminders.remindOne()) {
            // The next one.
        }
    }

    private int told() {
        return database.superuser()
                .sql(
                        "SELECT count(*) FROM platform.outbox WHERE kind = 'AccessReviewDue' AND aggregate = ?")
                .param(firmId.toString())
                .query(Integer.class)
                .single();
    }

    private CompanyPath company() {
        NewClientCompany taken = CompanyFixture.companyOf(firmId);
        provision.provision(taken);
        return new CompanyPath(firm, taken.siren());
    }
}
