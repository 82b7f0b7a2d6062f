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
import fr.cloisonne.identity.habilitation.AccessReview;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.habilitation.SeeingAs;
import fr.cloisonne.identity.signin.FreshProof;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(ParisClock.class)
class RefusalsOnRecordTests {

    @Autowired private Habilitations habilitations;
    @Autowired private AccessReview review;
    @Autowired private SeeingAs seeing;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private Afterwards afterwards;
    @Autowired private RestTelling telling;
    @Autowired private ChainReading chains;
    @Autowired private ChainVerifying verifying;
    @Autowired private SettableClock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath path;
    private TenantId company;
    private UserAccountId claire;
    private UserAccountId stranger;

    @BeforeEach
    void aFirmAndSomebodyOfAnother() {
        clock.set(Instant.parse("2026-11-02T09:00:00Z"));
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany made = CompanyFixture.companyOf(firmId);
        path = new CompanyPath(firm, made.siren());
        company = provision.provision(made);
        claire = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, claire, clock);
        granting.begin(firmId, claire);
        stranger =
                PersonFixture.colleague(
                        accounts,
                        firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id());
    }

    @AfterEach
    void withTheirOwnEyes() {
        seeing.end(claire);
        SessionFixture.none();
    }

    @Test
    void aCompanyThatIsNotForSomebodyIsOnTheChainOfItsFirm() {
        enterInVain(stranger, path);
        assertThat(ofFirm(stranger))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.act()).isEqualTo("refused.company");
                    assertThat(row.parsed()).containsEntry("company", company.toString());
                });
    }

    @Test
    void anUnknownCompanyAnswersAlikeAndIsOnRecordWithoutItsNumber() {
        enterInVain(stranger, new CompanyPath(firm, CompanyFixture.companyOf(firmId).siren()));
        assertThat(ofFirm(stranger))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.act()).isEqualTo("refused.unknown");
                    assertThat(row.parsed()).isEmpty();
                });
    }

    @Test
    void aFirmThatIsNoneIsOnTheChainOfTheService() {
        enterInVain(stranger, new CompanyPath(new FirmShortName("no-such-firm"), path.siren()));
        assertThat(ofService(stranger)).extracting(Row::act).containsExactly("refused.unknown");
    }

    @Test
    void aMissingRightNamesItAndThePlace() {
        granting.grant(claire, stranger(), new Scope.OneCompany(firmId, company), Profile.STANDARD);
        UserAccountId colleague = stranger;
        assertThatThrownBy(() -> habilitations.requireInCompany(colleague, path, Right.DELEGATE))
                .isInstanceOf(RightMissingException.class);
        assertThat(ofFirm(colleague))
                .filteredOn(row -> row.act().equals("refused.right"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.parsed())
                                .isEqualTo(
                                        Map.of(
                                                "right",
                                                "DELEGATE",
                                                "company",
                                                company.toString())));
    }

    @Test
    void anActThatIsRolledBackLeavesItsRefusal() {
        assertThatThrownBy(() -> review.sign(stranger, firm))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThat(ofFirm(stranger)).hasSize(1);
    }

    @Test
    void theSameAgainIsOneRowAndOneThatSaysHowOften() {
        for (int i = 0; i < 40; i++) {
            enterInVain(stranger, path);
        }
        assertThat(ofFirm(stranger)).hasSize(1);

        toldAfter(Duration.ofMinutes(10));
        assertThat(ofFirm(stranger))
                .extracting(Row::act)
                .containsExactly("refused.repeated", "refused.company");
        assertThat(ofFirm(stranger).getFirst().parsed())
                .containsEntry("times", "39")
                .containsEntry("act", "refused.company");

        enterInVain(stranger, path);
        assertThat(ofFirm(stranger)).hasSize(3);
    }

    @Test
    void whoeverTriesManyPlacesFillsNoChain() {
        for (int i = 0; i < 45; i++) {
            FirmShortName other = CompanyFixture.openFirm(firms);
            enterInVain(stranger, new CompanyPath(other, path.siren()));
        }
        toldAfter(Duration.ofHours(1));
        assertThat(ofService(stranger))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.act()).isEqualTo("refused.many");
                    assertThat(row.parsed()).containsEntry("times", "15");
                });
    }

    @Test
    void whoeverSeesAsAColleagueIsRefusedOnRecordToo() {
        UserAccountId colleague = PersonFixture.colleague(accounts, firmId);
        granting.grant(claire, colleague, new Scope.OneCompany(firmId, company), Profile.STANDARD);
        seeing.begin(claire, firm, colleague);
        assertThatThrownBy(() -> habilitations.requireInCompany(claire, path, Right.DELEGATE))
                .isInstanceOf(RightMissingException.class);
        assertThat(ofFirm(claire)).extracting(Row::act).contains("refused.right");
    }

    @Test
    void theChainsHold() {
        enterInVain(stranger, path);
        afterwards.settle();
        assertThat(verifying.verifyFirm(firmId).intact()).isTrue();
    }

    private UserAccountId stranger() {
        stranger = PersonFixture.colleague(accounts, firmId);
        return stranger;
    }

    private void enterInVain(UserAccountId person, CompanyPath where) {
        assertThatThrownBy(() -> habilitations.access(person, where))
                .isInstanceOf(NoSuchCompanyException.class)
                .hasMessage("No such company");
    }

    private void toldAfter(Duration time) {
        afterwards.settle();
        clock.advance(time);
        assertThat(telling.tell()).isPositive();
    }

    private List<Row> ofFirm(UserAccountId actor) {
        return of(firmId.value(), actor);
    }

    private List<Row> ofService(UserAccountId actor) {
        return of(AuditTrail.SERVICE, actor);
    }

    private List<Row> of(UUID chain, UserAccountId actor) {
        afterwards.settle();
        return chains.ofFirm(new FirmId(chain), Long.MAX_VALUE, 500).stream()
                .filter(row -> actor.equals(row.actor()))
                .toList();
    }
}
