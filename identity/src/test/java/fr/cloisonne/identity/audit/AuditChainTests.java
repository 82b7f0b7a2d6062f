package fr.cloisonne.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.db.Figures;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.StartRefusedException;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.db.keyring.OtherKeyring;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditVerification.Fault;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail against whoever would change it afterwards. */
@PostgresTest
class AuditChainTests {

    private static final boolean FULL = "full".equals(System.getProperty("tests.size"));

    @Autowired private AuditTrail trail;
    @Autowired private ChainVerifying verifying;
    @Autowired private Checkpoints checkpoints;
    @Autowired private AuditInspection inspection;
    @Autowired private Checkpointing checkpointing;
    @Autowired private DatabaseSettings settings;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private CurrentTenant tenant;
    @Autowired private TestDatabase database;

    @Autowired private Keyring keyring;
    @TempDir private Path folder;

    @Autowired
    @Qualifier("platformJdbc")
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("platformTransactionManager")
    private PlatformTransactionManager platformTransactions;

    @Autowired
    @Qualifier("tenantTransactionManager")
    private PlatformTransactionManager tenantTransactions;

    private FirmShortName name;
    private FirmId firm;
    private UserAccountId person;

    @BeforeEach
    void aFirm() {
        name = CompanyFixture.openFirm(firms);
        firm = firms.byShortName(name).orElseThrow().id();
        person = PersonFixture.colleague(accounts, firm);
    }

    @Test
    void aRowThatWasAlteredIsNamed() {
        writes(9);
        tampers("UPDATE platform.audit SET act = 'nothing' WHERE chain = ? AND n = 4");
        assertThat(verifying.verifyFirm(firm))
                .isEqualTo(new AuditVerification(9, 4L, Fault.ALTERED));
    }

    @Test
    void aRowThatWasTakenOutIsNamed() {
        writes(9);
        tampers("DELETE FROM platform.audit WHERE chain = ? AND n = 5");
        assertThat(verifying.verifyFirm(firm).firstBroken()).isEqualTo(5);
        assertThat(verifying.verifyFirm(firm).fault()).isEqualTo(Fault.MISSING);
    }

    @Test
    void aTailCutOffIsSeenByTheHead() {
        writes(9);
        tampers("DELETE FROM platform.audit WHERE chain = ? AND n > 6");
        assertThat(verifying.verifyFirm(firm))
                .isEqualTo(new AuditVerification(6, 7L, Fault.CUT_OFF));
    }

    @Test
    void aTailCutOffWithItsHeadIsSeenByTheCheckpoint() {
        writes(9);
        checkpointing.note();
        tampers("DELETE FROM platform.audit WHERE chain = ? AND n > 6");
        tampers(
                "UPDATE platform.chain_head SET n = 6, hash = (SELECT hash FROM platform.audit a WHERE a.chain = chain_head.chain AND a.n = 6) WHERE chain = ?");
        assertThat(verifying.verifyFirm(firm))
                .isEqualTo(new AuditVerification(6, 7L, Fault.CUT_OFF));
        // Whatever is written now takes the numbers of what was cut off, and other hashes.
        writes(3);
        assertThat(verifying.verifyFirm(firm))
                .isEqualTo(new AuditVerification(9, 9L, Fault.REPLACED));
    }

    @Test
    void aStartWithAnotherMasterKeyIsRefused() throws IOException {
        writes(1);
        assertThatCode(() -> new MasterKeyCheck(jdbc, keyring).afterPropertiesSet())
                .doesNotThrowAnyException();
        var other = new MasterKeyCheck(jdbc, OtherKeyring.in(folder));
        assertThatThrownBy(other::afterPropertiesSet)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("(" + keyring.keyId() + ")");
    }

    @Test
    void aHeadThatWasAlteredIsSeen() {
        writes(5);
        tampers("UPDATE platform.chain_head SET n = 3 WHERE chain = ?");
        assertThat(verifying.verifyFirm(firm).intact()).isFalse();
    }

    @Test
    void aCheckpointThatWasAlteredIsSeenAndAHalfWrittenLineIsNot() throws IOException {
        writes(5);
        checkpointing.note();
        Path file = settings.data().resolve("audit-checkpoints");
        String before = Files.readString(file);
        try {
            Files.writeString(file, before + firm.value() + " 5 00");
            assertThat(verifying.verifyFirm(firm).intact()).isTrue();
            Files.writeString(file, before.replace(firm.value() + " 5 ", firm.value() + " 4 "));
            assertThat(verifying.verifyFirm(firm).firstBroken()).isEqualTo(4);
            assertThat(verifying.verifyFirm(firm).fault()).isEqualTo(Fault.CHECKPOINT);
        } finally {
            Files.writeString(file, before);
        }
    }

    @Test
    void theThousandthRowLeavesACheckpointByItself() throws IOException {
        writes(1_001);
        assertThat(Files.readString(settings.data().resolve("audit-checkpoints")))
                .contains(firm.value() + " 1000 ");
    }

    @Test
    void writersAtOnceDoNotForkIt() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> writers = IntStream.range(0, 8).mapToObj(i -> writer(20)).toList();
            for (var written : many.invokeAll(writers)) {
                written.get();
            }
        }
        assertThat(verifying.verifyFirm(firm)).isEqualTo(new AuditVerification(160, null, null));
    }

    @Test
    void itMayBeVerifiedWhileOthersWrite() throws Exception {
        try (var writing = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = writing.submit(writer(150));
            while (!written.isDone()) {
                assertThat(verifying.verifyFirm(firm).intact()).isTrue();
            }
            written.get();
        }
    }

    @Test
    void theProductMayInsertAndNotAlter() throws SQLException {
        writes(2);
        for (String change :
                List.of(
                        "UPDATE platform.audit SET act = 'x'",
                        "DELETE FROM platform.audit",
                        "TRUNCATE platform.audit",
                        "DELETE FROM platform.chain_head")) {
            try (var connection = database.as("platform");
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageContaining("permission denied");
            }
        }
        try (var connection = database.as("provision");
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT set_config('role', replace(session_user, '_provision', '_owner'), false)");
            assertThatThrownBy(() -> statement.execute("UPDATE platform.audit SET act = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("TRUNCATE platform.audit"))
                    .hasMessageContaining("append-only");
        }
        assertThat(verifying.verifyFirm(firm).intact()).isTrue();
    }

    @Test
    void theCompanysRoleMayInsertAndNotAlter() throws SQLException {
        TenantId company = provision.provision(CompanyFixture.companyOf(firm));
        writesIn(company, 3);
        for (String change :
                List.of(
                        "UPDATE audit SET act = 'x'",
                        "DELETE FROM audit",
                        "TRUNCATE audit",
                        "DELETE FROM chain_head")) {
            try (var connection = database.as("gate");
                    var statement = connection.createStatement()) {
                statement.execute("SELECT set_config('role', '" + role(company) + "', false)");
                statement.execute("SELECT count(*) FROM audit");
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageContaining("permission denied");
            }
        }
        tamper(company);
        AuditVerification verdict =
                tenant.callAs(
                        company, () -> verifying.verifyCompany(checkpoints.of(company.value())));
        assertThat(verdict).isEqualTo(new AuditVerification(3, 2L, Fault.ALTERED));
    }

    @Test
    void oneCommandReadsEveryChainAndNamesTheBrokenOnes() {
        TenantId company = provision.provision(CompanyFixture.companyOf(firm));
        writes(3);
        writesIn(company, 3);
        tampers("UPDATE platform.audit SET act = 'nothing' WHERE chain = ? AND n = 2");
        tamper(company);
        TenantId shut = provision.provision(CompanyFixture.companyOf(firm));
        database.superuser()
                .sql(
                        "UPDATE platform.client_company SET role = 't_' || translate(right(md5(role), 13), '0189', 'wxyz') WHERE tenant_id = ?")
                .param(shut.value())
                .update();
        Map<String, AuditVerification> found = new HashMap<>();
        inspection.verifyAll((chain, verdict) -> found.put(chain.toString(), verdict));
        assertThat(found).containsKey("service");
        AuditVerification broken = new AuditVerification(3, 2L, Fault.ALTERED);
        assertThat(found).containsEntry("firm " + name, broken);
        assertThat(found).containsEntry("company " + company, broken);
        assertThat(found)
                .containsEntry("company " + shut, new AuditVerification(0, 1L, Fault.UNREADABLE));
    }

    @Test
    void whatCannotBeWrittenIsNotDone() {
        database.superuser()
                .sql(
                        "ALTER TABLE platform.audit ADD CONSTRAINT no_room CHECK (act <> 'full') NOT VALID")
                .update();
        try {
            assertThatThrownBy(() ->
                            inPlatform(() -> {
                                accounts.setLanguage(person, Locale.ENGLISH);
                                trail.recordInFirm(firm, person, "full", Map.of());
                            }))
                    .hasMessageContaining("no_room");
        } finally {
            database.superuser().sql("ALTER TABLE platform.audit DROP CONSTRAINT no_room").update();
        }
        assertThat(accounts.card(person).language()).isEqualTo(Locale.FRENCH);
        assertThat(verifying.verifyFirm(firm)).isEqualTo(new AuditVerification(0, null, null));
    }

    @Test
    void whatIdentifiesAPersonNeverEntersARow() {
        for (String slip : List.of("Claire Martin", "claire@cabinet.example", "x".repeat(301))) {
            assertThatThrownBy(() ->
                            inPlatform(() ->
                                    trail.recordInFirm(
                                            firm, person, "test", Map.of("holder", slip))))
                    .as(slip)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(slip);
        }
    }

    @Test
    void anErasedPersonLeavesTheChainIntact() {
        writes(3);
        var before = verifying.verifyFirm(firm);
        database.superuser()
                .sql(
                        "UPDATE platform.user_account SET email = id || '@erased.invalid', email_key = id || '@erased.invalid', given_name = '-', family_name = '-' WHERE id = ?")
                .param(person.value())
                .update();
        assertThat(verifying.verifyFirm(firm)).isEqualTo(before);
        assertThat(verifying.verifyFirm(firm).intact()).isTrue();
    }

    @Test
    void aLongChainIsReadAgainInTime() {
        int rows = FULL ? 100_000 : 2_000;
        writes(rows);
        long begun = System.nanoTime();
        assertThat(verifying.verifyFirm(firm)).isEqualTo(new AuditVerification(rows, null, null));
        double seconds = (System.nanoTime() - begun) / 1e9;
        Figures.keep("audit chain of %d rows verified, s".formatted(rows), seconds, "10");
    }

    private Callable<Void> writer(int rows) {
        return () -> {
            for (int i = 0; i < rows; i++) {
                inPlatform(() -> trail.recordInFirm(firm, person, "test", Map.of()));
            }
            return null;
        };
    }

    private void writes(int rows) {
        List<Map<String, String>> each =
                IntStream.range(0, rows).mapToObj(i -> Map.of("é", "n°" + i)).toList();
        inPlatform(() -> trail.recordEachUse(firm, person, Right.AUDIT, "test", each));
    }

    private void writesIn(TenantId company, int rows) {
        tenant.<Void, RuntimeException>callAs(
                company,
                () -> {
                    new TransactionTemplate(tenantTransactions)
                            .executeWithoutResult(status -> {
                                for (int i = 0; i < rows; i++) {
                                    trail.recordInCompany(person, null, "test", Map.of());
                                }
                            });
                    return null;
                });
    }

    private void inPlatform(Runnable work) {
        new TransactionTemplate(platformTransactions).executeWithoutResult(status -> work.run());
    }

    /** As only the server's superuser can, with the triggers off. */
    private void tampers(String statement) {
        database.superuser().sql("ALTER TABLE platform.audit DISABLE TRIGGER ALL").update();
        database.superuser().sql(statement).param(firm.value()).update();
        database.superuser().sql("ALTER TABLE platform.audit ENABLE TRIGGER ALL").update();
    }

    private void tamper(TenantId company) {
        database.superuser()
                .sql("UPDATE %s.audit SET act = 'nothing' WHERE n = 2".formatted(role(company)))
                .update();
    }

    private String role(TenantId company) {
        return database.superuser()
                .sql("SELECT role FROM platform.client_company WHERE tenant_id = ?")
                .param(company.value())
                .query(String.class)
                .single();
    }
}
