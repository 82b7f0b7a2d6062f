package fr.cloisonne.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.identity.ParisClock;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.SeeingAs;
import fr.cloisonne.identity.habilitation.SeeingOnlyException;
import fr.cloisonne.identity.registration.NotAnOperatorException;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(ParisClock.class)
class TakingAwayTests {

    @Autowired private TakingAway taking;
    @Autowired private PagesRead pages;
    @Autowired private RestTelling telling;
    @Autowired private ChainReading chains;
    @Autowired private SeeingAs seeing;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private TenantId company;
    private UserAccountId claire;
    private UserAccountId amina;

    @BeforeEach
    void anAdministratorAndAColleagueInOneCompany() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany made = CompanyFixture.companyOf(firmId);
        path = new CompanyPath(firm, made.siren());
        company = provision.provision(made);
        claire = PersonFixture.colleague(accounts, firmId);
        amina = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, claire, clock);
        granting.begin(firmId, claire);
        granting.grant(claire, amina, new Scope.OneCompany(firmId, company), Profile.STANDARD);
    }

    @AfterEach
    void nobodyIsHere() {
        seeing.end(claire);
        SessionFixture.none();
    }

    @Test
    void itIsOnRecordBeforeTheFirstByteAndAfterTheLast() {
        Taken matrix = matrix(claire);
        taking.asked(matrix);
        assertThat(latest(2)).extracting(Row::act).startsWith("export.asked");
        assertThat(latest(1).getFirst().parsed()).isEqualTo(Map.of("what", "matrix"));
        taking.done(matrix, 12);
        assertThat(latest(2)).extracting(Row::act).containsExactly("export.done", "export.asked");
        assertThat(latest(1).getFirst().parsed()).isEqualTo(Map.of("what", "matrix", "size", "12"));
    }

    @Test
    void outOfAFirmItNeedsAFreshProofAndTheRight() {
        SessionFixture.begun();
        assertThatThrownBy(() -> taking.asked(matrix(claire)))
                .isInstanceOf(ProofNeededException.class);
        SessionFixture.proven(proof, amina, clock);
        granting.grant(proven(claire), amina, new Scope.WholeFirm(firmId), Profile.STANDARD);
        assertThatThrownBy(() -> taking.asked(matrix(proven(amina))))
                .isInstanceOf(RightMissingException.class);
        assertThat(latest(50)).extracting(Row::act).doesNotContain("export.asked");
    }

    @Test
    void outOfACompanyItIsOnTheChainOfItsFirmAndNamesIt() {
        SessionFixture.begun();
        taking.asked(
                new Taken.OfCompany(
                        amina, path, Right.CONSULT, "invoice", Map.of("invoice", "42")));
        assertThat(latest(1).getFirst())
                .satisfies(row -> {
                    assertThat(row.act()).isEqualTo("export.asked");
                    assertThat(row.actor()).isEqualTo(amina);
                    assertThat(row.parsed())
                            .isEqualTo(
                                    Map.of(
                                            "what", "invoice",
                                            "invoice", "42",
                                            "company", company.toString()));
                });
    }

    @Test
    void whatOperatorsKeepIsForThemAlone() {
        assertThatThrownBy(() -> taking.asked(new Taken.OfService(claire, "proof", Map.of())))
                .isInstanceOf(NotAnOperatorException.class);
    }

    @Test
    void nothingLeavesWhileSomebodySeesAsAColleague() {
        seeing.begin(claire, firm, amina);
        assertThatThrownBy(() ->
                        taking.allow(
                                new Taken.OfCompany(
                                        claire, path, Right.CONSULT, "invoice", Map.of())))
                .isInstanceOf(SeeingOnlyException.class);
    }

    @Test
    void aPageIsOneRowAnHourAndEachPersonAndPageHasItsOwn() {
        for (int i = 0; i < 5; i++) {
            read(claire, "matrix");
        }
        read(claire, "review");
        read(amina, "matrix");
        assertThat(latest(50)).extracting(Row::act).filteredOn("read.page"::equals).hasSize(3);
        clock.advance(Duration.ofHours(1));
        telling.tell();
        assertThat(latest(50)).extracting(Row::act).filteredOn("read.page"::equals).hasSize(3);
        read(claire, "matrix");
        assertThat(latest(1).getFirst().parsed()).isEqualTo(Map.of("page", "matrix"));
        assertThat(latest(50)).extracting(Row::act).filteredOn("read.page"::equals).hasSize(4);
    }

    @Test
    void whoeverSeesAsAColleagueReadsOnRecord() {
        seeing.begin(claire, firm, amina);
        read(claire, "matrix");
        assertThat(latest(1).getFirst().act()).isEqualTo("read.page");
    }

    private void read(UserAccountId person, String page) {
        pages.ofFirm(person, firmId, Right.AUDIT, page, Map.of());
    }

    private UserAccountId proven(UserAccountId person) {
        SessionFixture.proven(proof, person, clock);
        return person;
    }

    private Taken matrix(UserAccountId person) {
        return new Taken.OfFirm(person, firm, Right.AUDIT, "matrix", Map.of());
    }

    private List<Row> latest(int limit) {
        return chains.ofFirm(firmId, Long.MAX_VALUE, limit);
    }
}
