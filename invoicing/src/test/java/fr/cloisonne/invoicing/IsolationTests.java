package fr.cloisonne.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.invoicing.sample.SampleInvoice;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every relation of a tenant's schema, as the database itself lists them, asked for by everybody
 * whose it is not. A table that comes later is in here without anyone remembering.
 */
@PostgresTest
class IsolationTests {

    private static final List<String> ACTS =
            List.of(
                    "SELECT * FROM %s",
                    "SELECT count(*) FROM %s",
                    "DELETE FROM %s",
                    "TRUNCATE %s",
                    "CREATE VIEW theft AS SELECT * FROM %s",
                    "COPY %s TO STDOUT");

    @Autowired private InvoiceDeposit deposit;
    @Autowired private CompanyDoor door;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;

    @TempDir private Path folder;

    private String mine = "";
    private String theirs = "";

    @BeforeEach
    void twoCompaniesAtWork() throws IOException {
        mine = companyAtWork("CANARI-A");
        theirs = companyAtWork("CANARI-B");
    }

    @Test
    void aTenantReadsItsOwn() throws SQLException {
        // Without this, everything below could pass on an empty schema.
        try (Connection gate = database.as("gate")) {
            as(gate, mine);
            for (String table : List.of("invoice", "deposit", "file_piece", "audit")) {
                try (var rows =
                        gate.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isPositive();
                }
            }
        }
    }

    @Test
    void noRelationOpensToAnotherTenant() throws SQLException {
        try (Connection gate = database.as("gate")) {
            as(gate, theirs);
            refused(gate, mine);
        }
    }

    @Test
    void noRelationOpensToALoginThatIsNoTenant() throws SQLException {
        for (String login : List.of("gate", "work", "platform")) {
            try (Connection connection = database.as(login)) {
                refused(connection, mine);
            }
        }
    }

    @Test
    void noLoginButTheGateBecomesATenant() throws SQLException {
        for (String login : List.of("work", "platform")) {
            try (Connection connection = database.as(login)) {
                assertThatThrownBy(() -> as(connection, mine))
                        .as(login)
                        .hasMessageContaining("permission denied to set role");
            }
        }
    }

    @Test
    void aTenantReadsNothingOfTheCellNorOfThePlatform() throws SQLException {
        try (Connection gate = database.as("gate")) {
            as(gate, theirs);
            refused(gate, "cell");
            refused(gate, "platform");
        }
    }

    @Test
    void whatATenantWritesIntoTheCellIsItsOwn() throws SQLException {
        assertThat(
                        database.superuser()
                                .sql(
                                        """
                                        SELECT count(*) FROM cell.invoice_index i
                                        JOIN cell.ledger l USING (tenant_id)
                                        WHERE l.role = ? AND i.number LIKE 'CANARI-B%'
                                        """)
                                .param(mine)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void everyFunctionThatATenantMayCallTakesTheTenantFromItsRole() {
        List<@Nullable String> parameters =
                database.superuser()
                        .sql(
                                """
                                SELECT p.proname || '.' || coalesce(a.name, '')
                                FROM pg_proc p
                                JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'cell'
                                LEFT JOIN LATERAL unnest(p.proargnames) a(name) ON true
                                WHERE has_function_privilege(?, p.oid, 'EXECUTE')
                                """)
                        .param(mine)
                        .query(String.class)
                        .list();
        assertThat(parameters)
                .isNotEmpty()
                .noneMatch(name ->
                        String.valueOf(name).contains("tenant")
                                || String.valueOf(name).contains("role"));
    }

    private void refused(Connection connection, String schema) {
        List<@Nullable String> relations =
                database.superuser()
                        .sql(
                                """
                                SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c
                                JOIN pg_namespace n ON n.oid = c.relnamespace
                                WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                                """)
                        .param(schema)
                        .query(String.class)
                        .list();
        assertThat(relations).isNotEmpty();
        for (@Nullable String relation : relations) {
            for (String act : ACTS) {
                assertThatThrownBy(
                                () -> {
                                    try (var statement = connection.createStatement()) {
                                        statement.execute(act.formatted(relation));
                                    }
                                })
                        .as(act, relation)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static void as(Connection connection, String role) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('role', ?, false)")) {
            statement.setString(1, role);
            statement.execute();
        }
    }

    private String companyAtWork(String canary) throws IOException {
        FirmShortName name = CompanyFixture.openFirm(firms);
        FirmId firm = firms.byShortName(name).orElseThrow().id();
        NewClientCompany company = CompanyFixture.companyOf(firm);
        TenantId tenant = provision.provision(company);
        UserAccountId person = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, person);
        Path file = folder.resolve(canary);
        Files.writeString(
                file,
                new SampleInvoice(
                                company.siren(),
                                "Société " + company.siren(),
                                new Siren("912345675"),
                                "Café de la Gare",
                                canary + "-1",
                                LocalDate.of(2026, 10, 1),
                                canary,
                                10,
                                new BigDecimal("100"))
                        .ubl());
        DepositOutcome outcome =
                door.enter(
                        person,
                        new CompanyPath(name, company.siren()),
                        () -> deposit.deposit(new DepositedFile("f.xml", file, Files.size(file))));
        assertThat(outcome).isInstanceOf(DepositOutcome.Accepted.class);
        return database.superuser()
                .sql("SELECT role FROM platform.client_company WHERE tenant_id = ?")
                .param(tenant.value())
                .query(String.class)
                .single();
    }
}
