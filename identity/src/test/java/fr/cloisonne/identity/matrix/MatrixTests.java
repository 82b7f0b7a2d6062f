package fr.cloisonne.identity.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.DelegationRefusedException;
import fr.cloisonne.identity.habilitation.DelegationRefusedException.Reason;
import fr.cloisonne.identity.habilitation.GrantLine;
import fr.cloisonne.identity.habilitation.GrantLine.Verdict;
import fr.cloisonne.identity.habilitation.GrantWish;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.MassGranting;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.PortfolioEditing;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileEditing;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.matrix.MatrixMark.Source;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class MatrixTests {

    @Autowired private Matrix matrix;
    @Autowired private MatrixExport export;
    @Autowired private MassGranting mass;
    @Autowired private Granting granting;
    @Autowired private PortfolioEditing portfolios;
    @Autowired private ProfileEditing profiles;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private FreshProof proof;
    @Autowired private AuditReading audit;
    @Autowired private Clock clock;

    private FirmShortName firm;
    private FirmId firmId;
    private TenantId bakery;
    private TenantId garage;
    private UserAccountId administrator;
    private UserAccountId colleague;
    private UserAccountId other;

    @BeforeEach
    void aFirmWithTwoCompanies() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        bakery = provision.provision(CompanyFixture.companyOf(firmId));
        garage = provision.provision(CompanyFixture.companyOf(firmId));
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        other = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @AfterEach
    void nobody() {
        SessionFixture.none();
    }

    @Test
    void aCellSaysWhatIsHeldAndWhence() {
        PortfolioId commerce = portfolios.make(administrator, firm, "Commerces", Set.of(bakery));
        granting.grant(administrator, colleague, one(bakery), Profile.STANDARD);
        granting.grant(
                administrator, colleague, new Scope.OnePortfolio(firmId, commerce), Profile.READER);
        List<MatrixRow> rows = rows(MatrixFilter.ALL);
        assertThat(rows).hasSize(4);
        assertThat(matrix.countRows(administrator, firm, MatrixFilter.ALL)).isEqualTo(4);
        assertThat(row(rows, one(bakery)).of(colleague))
                .extracting(MatrixMark::profile, MatrixMark::source)
                .containsExactly(
                        tuple(Profile.STANDARD, Source.HERE),
                        tuple(Profile.READER, Source.PORTFOLIO));
        assertThat(row(rows, one(garage)).of(colleague)).isEmpty();
        assertThat(row(rows, one(garage)).of(administrator))
                .extracting(MatrixMark::source)
                .containsExactly(Source.FIRM);
    }

    @Test
    void itIsReadByWindowsAndFilters() {
        PortfolioId commerce = portfolios.make(administrator, firm, "Commerces", Set.of(bakery));
        granting.grant(administrator, colleague, one(garage), Profile.READER);
        assertThat(matrix.people(administrator, firm, MatrixFilter.ALL, 1, 1)).hasSize(1);
        assertThat(matrix.countPeople(administrator, firm, MatrixFilter.ALL)).isEqualTo(3);
        MatrixFilter reader = new MatrixFilter("", "", null, Profile.READER);
        assertThat(matrix.people(administrator, firm, reader, 0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.card().id()).isEqualTo(colleague));
        assertThat(rows(new MatrixFilter("", "", commerce, null)))
                .extracting(MatrixRow::scope)
                .containsExactly(new Scope.OnePortfolio(firmId, commerce), one(bakery));
        assertThat(rows(new MatrixFilter("", "COMMERCÉS", null, null))).hasSize(1);
        assertThat(rows(new MatrixFilter("", "%", null, null))).isEmpty();
    }

    @Test
    void manyRightsAreShownThenGivenWithARowOfTheAuditForEach() {
        granting.grant(administrator, colleague, one(bakery), Profile.READER);
        List<GrantLine> lines =
                mass.giving(
                        administrator,
                        firm,
                        new GrantWish(
                                Set.of(colleague, other),
                                Set.of(one(bakery), one(garage)),
                                Set.of(Profile.READER)));
        assertThat(lines).filteredOn(line -> line.verdict() == Verdict.TO_DO).hasSize(3);
        assertThat(lines).filteredOn(line -> line.verdict() == Verdict.NOTHING_TO_DO).hasSize(1);
        assertThat(mass.give(administrator, firm, lines)).isEqualTo(3);
        assertThat(audit.ofFirm(administrator, firm, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::act)
                .filteredOn("habilitation.granted"::equals)
                .hasSize(5);
        List<GrantLine> back = taking(Set.of(colleague, other), Profile.READER);
        assertThat(mass.take(administrator, firm, back)).isEqualTo(4);
        assertThat(row(rows(MatrixFilter.ALL), one(bakery)).cells())
                .containsOnlyKeys(administrator);
    }

    @Test
    void nobodyGivesManyRightsBeyondTheirOwnAndShownLinesAreJudgedAgain() {
        granting.grant(administrator, other, one(bakery), Profile.ADMINISTRATOR);
        List<GrantLine> lines =
                mass.giving(
                        administrator,
                        firm,
                        new GrantWish(
                                Set.of(colleague), Set.of(one(bakery)), Set.of(Profile.READER)));
        SessionFixture.proven(proof, other, clock);
        assertThatThrownBy(() -> mass.give(other, firm, lines))
                .isInstanceOf(NoSuchCompanyException.class);
        granting(other);
        assertRefused(
                Reason.BEYOND_OWN_RIGHTS,
                () ->
                        mass.give(
                                other,
                                firm,
                                List.of(
                                        new GrantLine(
                                                colleague,
                                                one(garage),
                                                Profile.ADMINISTRATOR,
                                                Verdict.TO_DO))));
    }

    private void granting(UserAccountId person) {
        SessionFixture.proven(proof, administrator, clock);
        var clerk = profiles.make(administrator, firm, "Droits", Set.of(Right.DELEGATE));
        granting.grant(administrator, person, new Scope.WholeFirm(firmId), clerk);
        SessionFixture.proven(proof, person, clock);
    }

    @Test
    void theLastAdministratorStaysAmongMany() {
        granting.grant(administrator, other, new Scope.WholeFirm(firmId), Profile.ADMINISTRATOR);
        List<GrantLine> all =
                mass.taking(
                        administrator,
                        firm,
                        new GrantWish(
                                Set.of(administrator, other),
                                Set.of(new Scope.WholeFirm(firmId)),
                                Set.of(Profile.ADMINISTRATOR)));
        assertRefused(Reason.LAST_ADMINISTRATOR, () -> mass.take(administrator, firm, all));
        assertThat(rows(MatrixFilter.ALL).getFirst().cells())
                .containsOnlyKeys(administrator, other);
    }

    @Test
    void aColleaguesRightsAreCopied() {
        granting.grant(administrator, colleague, one(bakery), Profile.STANDARD);
        granting.grant(administrator, colleague, one(garage), Profile.READER);
        granting.grant(administrator, other, one(garage), Profile.READER);
        List<GrantLine> lines = mass.copying(administrator, firm, colleague, other);
        assertThat(lines).filteredOn(line -> line.verdict() == Verdict.TO_DO).hasSize(1);
        assertThat(mass.give(administrator, firm, lines)).isEqualTo(1);
        assertThat(row(rows(MatrixFilter.ALL), one(bakery)).of(other)).hasSize(1);
    }

    @Test
    void tooMuchAtOnceIsRefused() {
        Set<Scope> many = new HashSet<>();
        for (int i = 0; i <= MassGranting.AT_ONCE; i++) {
            many.add(one(new TenantId(UUID.randomUUID())));
        }
        assertRefused(
                Reason.TOO_MUCH,
                () ->
                        mass.giving(
                                administrator,
                                firm,
                                new GrantWish(Set.of(other), many, Set.of(Profile.READER))));
    }

    @Test
    void whoTakesTheRightsAwayHasAFreshProof() {
        granting.grant(administrator, colleague, one(bakery), Profile.STANDARD);
        List<MatrixLine> lines = new ArrayList<>();
        export.read(administrator, firm, lines::add);
        assertThat(lines).hasSize(2);
        SessionFixture.begun();
        assertThatThrownBy(() -> export.read(administrator, firm, lines::add))
                .isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> matrix.countRows(colleague, firm, MatrixFilter.ALL))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    private List<GrantLine> taking(Set<UserAccountId> people, Profile what) {
        return mass.taking(
                administrator,
                firm,
                new GrantWish(people, Set.of(one(bakery), one(garage)), Set.of(what)));
    }

    private List<MatrixRow> rows(MatrixFilter filter) {
        return matrix.rows(
                administrator, firm, filter, List.of(administrator, colleague, other), 0, 100);
    }

    private static MatrixRow row(List<MatrixRow> rows, Scope scope) {
        return rows.stream().filter(row -> row.scope().equals(scope)).findFirst().orElseThrow();
    }

    private Scope one(TenantId company) {
        return new Scope.OneCompany(firmId, company);
    }

    private static void assertRefused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DelegationRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
