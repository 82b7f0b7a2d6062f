package fr.cloisonne.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class FirmJournalTests {

    @Autowired private FirmJournal journal;
    @Autowired private AuditTrail trail;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private FreshProof proof;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private CurrentTenant tenant;
    @Autowired private Clock clock;
    @Autowired private TestDatabase database;

    @Autowired
    @Qualifier("tenantTransactionManager")
    private PlatformTransactionManager tenantTransactions;

    private FirmShortName firm;
    private FirmId firmId;
    private CompanyPath bakery;
    private TenantId bakeryId;
    private TenantId garageId;
    private UserAccountId administrator;
    private UserAccountId colleague;

    @BeforeEach
    void aFirmWithTwoCompanies() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        NewClientCompany first = CompanyFixture.companyOf(firmId);
        bakery = new CompanyPath(firm, first.siren());
        bakeryId = provision.provision(first);
        garageId = provision.provision(CompanyFixture.companyOf(firmId));
        administrator = PersonFixture.colleague(accounts, firmId);
        colleague = PersonFixture.colleague(accounts, firmId);
        SessionFixture.proven(proof, administrator, clock);
        granting.begin(firmId, administrator);
        writesIn(bakeryId, colleague, "invoice.deposited");
        writesIn(garageId, administrator, "deposit.refused");
        granting.grant(
                administrator, colleague, new Scope.OneCompany(firmId, bakeryId), Profile.STANDARD);
        writesIn(bakeryId, administrator, "invoice.deposited");
    }

    @AfterEach
    void nobodyIsHere() {
        SessionFixture.none();
    }

    @Test
    void actsOfTheFirmAndInsideItsCompaniesAreOneListNewestFirst() {
        List<AuditEntry> all = all(AuditQuery.ALL, 50);
        assertThat(all)
                .extracting(AuditEntry::act)
                .startsWith(
                        "invoice.deposited",
                        "habilitation.granted",
                        "deposit.refused",
                        "invoice.deposited");
        assertThat(all.getFirst().company())
                .satisfies(card -> assertThat(card.path()).isEqualTo(bakery));
        assertThat(all.get(1).company()).isNull();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<AuditEntry> whole = all(AuditQuery.ALL, 500);
        assertThat(all(AuditQuery.ALL, 1)).isEqualTo(whole);
        assertThat(all(AuditQuery.ALL, 2)).isEqualTo(whole);
    }

    @Test
    void itIsNarrowedByPersonKindCompanyAndPeriod() {
        assertThat(acts(new AuditQuery(colleague, null, null, null, null, List.of())))
                .containsExactly("habilitation.granted", "invoice.deposited");
        assertThat(acts(new AuditQuery(null, ActKind.INVOICES, null, null, null, List.of())))
                .containsExactly("invoice.deposited", "deposit.refused", "invoice.deposited");
        assertThat(acts(new AuditQuery(null, null, bakery, null, null, List.of())))
                .containsExactly("invoice.deposited", "habilitation.granted", "invoice.deposited");
        var now = clock.instant();
        assertThat(acts(new AuditQuery(null, null, null, now.plusSeconds(60), null, List.of())))
                .isEmpty();
        assertThat(
                        acts(
                                new AuditQuery(
                                        null,
                                        null,
                                        null,
                                        null,
                                        now.minus(Duration.ofDays(1)),
                                        List.of())))
                .isEmpty();
    }

    @Test
    void itIsSearchedByNamesOfPeopleAndClientsAndByTheWordsOfActs() {
        String name = accounts.card(colleague).email();
        assertThat(acts(searching(new SoughtWord(name, Set.of()))))
                .contains("habilitation.granted", "invoice.deposited")
                .doesNotContain("deposit.refused");
        assertThat(acts(searching(new SoughtWord("NUMERO", Set.of()))))
                .contains("deposit.refused", "invoice.deposited");
        SoughtWord deposited = new SoughtWord("déposé", Set.of("invoice.deposited"));
        assertThat(acts(searching(deposited)))
                .containsExactly("invoice.deposited", "invoice.deposited");
        // Each word must occur; a client is found by its SIREN, its own chain and what is said of
        // it.
        assertThat(acts(searching(deposited, new SoughtWord(name, Set.of()))))
                .containsExactly("invoice.deposited");
        assertThat(acts(searching(new SoughtWord(bakery.siren().value(), Set.of()))))
                .containsExactly("invoice.deposited", "habilitation.granted", "invoice.deposited");
        assertThat(acts(searching(new SoughtWord("%", Set.of())))).isEmpty();
        assertThat(acts(searching(new SoughtWord("holder", Set.of())))).isEmpty();
    }

    private static AuditQuery searching(SoughtWord... words) {
        return new AuditQuery(null, null, null, null, null, List.of(words));
    }

    @Test
    void whoMayNotReadItReadsNothingOfIt() {
        assertThatThrownBy(() -> journal.page(colleague, firm, AuditQuery.ALL, null, 10))
                .isInstanceOfAny(NoSuchCompanyException.class, RightMissingException.class);
        assertThatThrownBy(() -> journal.verify(colleague, firm))
                .isInstanceOfAny(NoSuchCompanyException.class, RightMissingException.class);
        FirmShortName other = CompanyFixture.openFirm(firms);
        assertThatThrownBy(() -> journal.page(administrator, other, AuditQuery.ALL, null, 10))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void aCompanyOfAnotherFirmIsNotReachedThroughAnOwnJournal() {
        FirmShortName other = CompanyFixture.openFirm(firms);
        FirmId otherId = firms.byShortName(other).orElseThrow().id();
        NewClientCompany theirs = CompanyFixture.companyOf(otherId);
        provision.provision(theirs);
        CompanyPath path = new CompanyPath(other, theirs.siren());
        assertThatThrownBy(() ->
                        journal.page(
                                administrator,
                                firm,
                                new AuditQuery(null, null, path, null, null, List.of()),
                                null,
                                10))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void theWholeIsVerifiedAndThatIsOnRecord() {
        JournalVerdict verdict = journal.verify(administrator, firm);
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.chains()).isEqualTo(3);
        journal.verified(administrator, firm, verdict);
        assertThat(acts(AuditQuery.ALL)).first().isEqualTo("audit.verified");
    }

    @Test
    void aClosedCompanyKeepsTheJournalOfTheOthersFromNobodyAndIsNamed() {
        List<AuditEntry> before = all(AuditQuery.ALL, 50);
        TenantId broken = provision.provision(CompanyFixture.companyOf(firmId));
        String schema =
                database.superuser()
                        .sql("SELECT role FROM platform.client_company WHERE tenant_id = ?")
                        .param(broken.value())
                        .query((row, n) -> row.getString(1))
                        .single();
        database.superuser().sql("DROP INDEX " + schema + ".audit_in_place").update();
        assertThat(all(AuditQuery.ALL, 50)).isEqualTo(before);
        assertThat(journal.closed(administrator, firm, AuditQuery.ALL))
                .extracting(ClientCompanyCard::tenant)
                .containsExactly(broken);
        JournalVerdict verdict = journal.verify(administrator, firm);
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.chains()).isEqualTo(4);
    }

    private List<String> acts(AuditQuery asked) {
        return all(asked, 50).stream().map(AuditEntry::act).toList();
    }

    private List<AuditEntry> all(AuditQuery asked, int size) {
        List<AuditEntry> all = new ArrayList<>();
        @Nullable AuditEntry last = null;
        List<AuditEntry> page;
        do {
            page = journal.page(administrator, firm, asked, last, size);
            all.addAll(page);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == size);
        return all;
    }

    private void writesIn(TenantId company, UserAccountId actor, String act) {
        tenant.<Void, RuntimeException>callAs(
                company,
                () -> {
                    new TransactionTemplate(tenantTransactions)
                            .executeWithoutResult(
                                    status -> trail.recordInCompany(actor, null, act, Map.of()));
                    return null;
                });
    }
}
