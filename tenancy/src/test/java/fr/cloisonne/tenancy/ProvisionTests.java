package fr.cloisonne.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Provisioner;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.sql.Connection;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class ProvisionTests {

    private final Provision provision;
    private final Catalogue catalogue;
    private final Firms firms;
    private final ClientCompanies companies;
    private final CurrentTenant current;
    private final Provisioner provisioner;
    private final JdbcClient tenantJdbc;
    private final TransactionTemplate transaction;
    private final TestDatabase database;

    @Autowired
    ProvisionTests(
            Provision provision,
            Catalogue catalogue,
            Firms firms,
            ClientCompanies companies,
            CurrentTenant current,
            Provisioner provisioner,
            @Qualifier("tenantJdbc") JdbcClient tenantJdbc,
            @Qualifier("tenantTransactionManager") PlatformTransactionManager transactions,
            TestDatabase database) {
        this.provision = provision;
        this.catalogue = catalogue;
        this.firms = firms;
        this.companies = companies;
        this.current = current;
        this.provisioner = provisioner;
        this.tenantJdbc = tenantJdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    @Test
    void aProvisionedCompanyIsSeenAndHasItsSheet() {
        FirmShortName firm = CompanyFixture.openFirm(firms);
        NewClientCompany company = CompanyFixture.companyOf(id(firm));
        TenantId tenant = provision.provision(company);
        assertThat(companies.at(new CompanyPath(firm, company.siren())).orElseThrow().tenant())
                .isEqualTo(tenant);
        assertThat(cityOf(tenant)).isEqualTo("Paris");
    }

    @Test
    void oneFirmTakesASirenOnceTwoFirmsEachTheirOwn() {
        FirmShortName one = CompanyFixture.openFirm(firms);
        FirmShortName two = CompanyFixture.openFirm(firms);
        NewClientCompany company = CompanyFixture.companyOf(id(one));
        TenantId first = provision.provision(company);
        assertThatThrownBy(() -> provision.provision(company))
                .isInstanceOf(CompanyAlreadyThereException.class);
        TenantId second = provision.provision(CompanyFixture.companyOf(id(two), company.siren()));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void twoMakingsOfOneSirenAtOnceLeaveOne() throws Exception {
        FirmId firm = id(CompanyFixture.openFirm(firms));
        NewClientCompany company = CompanyFixture.companyOf(firm);
        Callable<Boolean> making =
                () -> {
                    try {
                        provision.provision(company);
                        return true;
                    } catch (CompanyAlreadyThereException refused) {
                        return false;
                    }
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(making);
            var two = threads.submit(making);
            assertThat(one.get() ^ two.get()).isTrue();
        }
    }

    @Test
    void makingsOfSeveralCompaniesAtOnceAreAllMade() throws Exception {
        FirmId firm = id(CompanyFixture.openFirm(firms));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var makings =
                    IntStream.range(0, 12)
                            .mapToObj(i -> CompanyFixture.companyOf(firm))
                            .map(company -> threads.submit(() -> provision.provision(company)))
                            .toList();
            for (var making : makings) {
                assertThat(cityOf(making.get())).isEqualTo("Paris");
            }
        }
    }

    @Test
    void aMakingCutBeforeTheCellLeavesNothing() {
        FirmShortName firm = CompanyFixture.openFirm(firms);
        NewClientCompany company = CompanyFixture.companyOf(id(firm));
        var cut = catalogue.begin(company, "main");
        assertThat(companies.at(new CompanyPath(firm, company.siren()))).isEmpty();
        provision.resume(Instant.now());
        assertThat(rolesNamed(cut.placement().role().value())).isZero();
        assertThat(provision.provision(company)).isNotEqualTo(cut.tenant());
    }

    @Test
    void aMakingCutAfterTheCellIsOpened() throws Exception {
        FirmShortName firm = CompanyFixture.openFirm(firms);
        NewClientCompany company = CompanyFixture.companyOf(id(firm));
        TenantId tenant = provision.provision(company);
        database.superuser()
                .sql(
                        "UPDATE platform.client_company SET state = 'PROVISIONING' WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        assertThat(companies.at(new CompanyPath(firm, company.siren()))).isEmpty();
        provision.resume(Instant.now());
        assertThat(cityOf(tenant)).isEqualTo("Paris");
    }

    @Test
    void aSlowMakingIsNotForgottenWhileItGoesOn() throws Exception {
        FirmShortName firm = CompanyFixture.openFirm(firms);
        NewClientCompany company = CompanyFixture.companyOf(id(firm));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TenantId> making =
                    heldUp(() -> threads.submit(() -> provision.provision(company)));
            TenantId made = making.get();
            assertThat(companies.at(new CompanyPath(firm, company.siren())).orElseThrow().tenant())
                    .isEqualTo(made);
        }
    }

    /** Starts a making, holds it up inside its transaction, and lets it be settled meanwhile. */
    private Future<TenantId> heldUp(Supplier<Future<TenantId>> start) throws Exception {
        try (Connection owner = database.as("provision")) {
            owner.setAutoCommit(false);
            // What every making writes at its end: it waits here until the lock goes.
            owner.createStatement().execute("LOCK cell.ledger IN EXCLUSIVE MODE");
            Future<TenantId> making = start.get();
            while (waiting() == 0) {
                Thread.onSpinWait();
            }
            assertThat(provision.resume(Instant.now())).isZero();
            owner.rollback();
            return making;
        }
    }

    private int waiting() {
        return database.superuser()
                .sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'relation'")
                .query(Integer.class)
                .single();
    }

    @Test
    void aMakingThatIsSettledBeforeItBeganMakesNothing() {
        FirmShortName firm = CompanyFixture.openFirm(firms);
        NewClientCompany company = CompanyFixture.companyOf(id(firm));
        var late = catalogue.begin(company, "main");
        assertThat(catalogue.stillBegun(late)).isTrue();
        assertThat(provision.resume(Instant.now())).isEqualTo(1);
        assertThat(catalogue.stillBegun(late)).isFalse();
    }

    @Test
    void aMakingThatFailsInTheCellLeavesNoRoleAndNoSchema() {
        int before = rolesNamed("t\\_%");
        assertThatThrownBy(() ->
                        provisioner.inCell(
                                "main",
                                connection -> {
                                    try (var statement = connection.createStatement()) {
                                        statement.execute("CREATE ROLE t_aaaaaaaaaaaab NOLOGIN");
                                        return statement.execute("SELECT 1 / 0");
                                    }
                                }))
                .hasMessageContaining("division by zero");
        assertThat(rolesNamed("t\\_%")).isEqualTo(before);
    }

    @Test
    void tenantsNeverMixUnderLoad() throws Exception {
        FirmId firm = id(CompanyFixture.openFirm(firms));
        TenantId[] tenants = new TenantId[3];
        for (int i = 0; i < tenants.length; i++) {
            tenants[i] = provision.provision(CompanyFixture.companyOf(firm));
            String city = "Ville " + i;
            TenantId tenant = tenants[i];
            current.callAs(
                    tenant,
                    () ->
                            transaction.execute(s ->
                                    tenantJdbc
                                            .sql("UPDATE company_sheet SET city = ?")
                                            .param(city)
                                            .update()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 300)
                            .mapToObj(i -> threads.submit(() -> cityOf(tenants[i % 3])))
                            .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo("Ville " + i % 3);
            }
        }
    }

    @Test
    void anotherTenantInsideAnOpenTransactionIsAnError() {
        FirmId firm = id(CompanyFixture.openFirm(firms));
        TenantId one = provision.provision(CompanyFixture.companyOf(firm));
        TenantId two = provision.provision(CompanyFixture.companyOf(firm));
        assertThatThrownBy(() -> current.callAs(one, () -> transaction.execute(s -> cityOf(two))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another tenant");
    }

    private FirmId id(FirmShortName firm) {
        return firms.byShortName(firm).orElseThrow().id();
    }

    private String cityOf(TenantId tenant) {
        return current.callAs(
                tenant,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(s ->
                                        tenantJdbc
                                                .sql("SELECT city FROM company_sheet")
                                                .query(String.class)
                                                .single())));
    }

    private int rolesNamed(String pattern) {
        return database.superuser()
                .sql("SELECT count(*) FROM pg_roles WHERE rolname LIKE ?")
                .param(pattern)
                .query(Integer.class)
                .single();
    }
}
