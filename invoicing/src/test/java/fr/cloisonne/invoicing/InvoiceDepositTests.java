package fr.cloisonne.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.SessionFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditReading;
import fr.cloisonne.identity.habilitation.CompanyDoor;
import fr.cloisonne.identity.habilitation.Delegation;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.Loan;
import fr.cloisonne.identity.habilitation.NoSuchCompanyException;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileEditing;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.invoicing.DepositOutcome.Accepted;
import fr.cloisonne.invoicing.DepositOutcome.Rejected;
import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.portfolio.Portfolio;
import fr.cloisonne.invoicing.portfolio.PortfolioLine;
import fr.cloisonne.invoicing.reading.Syntax;
import fr.cloisonne.invoicing.sample.SampleFacturX;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class InvoiceDepositTests {

    @Autowired private InvoiceDeposit deposit;
    @Autowired private Invoices invoices;
    @Autowired private Deposits deposits;
    @Autowired private RefusedFiles refusedFiles;
    @Autowired private Portfolio portfolio;
    @Autowired private CompanyDoor door;
    @Autowired private FreshProof proof;
    @Autowired private Granting granting;
    @Autowired private ProfileEditing profiles;
    @Autowired private Delegation delegation;
    @Autowired private UserAccounts accounts;
    @Autowired private AuditReading audit;
    @Autowired private Firms firms;
    @Autowired private Provision provision;
    @Autowired private TestDatabase database;
    @Autowired private Clock clock;

    @Autowired
    @Qualifier("tenantJdbc")
    private JdbcClient tenantJdbc;

    @Autowired
    @Qualifier("tenantTransactionManager")
    private PlatformTransactionManager transactions;

    @TempDir private Path folder;

    private FirmId firm;
    private CompanyPath path;
    private TenantId company;
    private CompanyPath neighbour;
    private UserAccountId administrator;

    @BeforeEach
    void aFirmWithTwoCompanies() {
        FirmShortName name = CompanyFixture.openFirm(firms);
        firm = firms.byShortName(name).orElseThrow().id();
        NewClientCompany one = CompanyFixture.companyOf(firm);
        NewClientCompany two = CompanyFixture.companyOf(firm);
        company = provision.provision(one);
        provision.provision(two);
        path = new CompanyPath(name, one.siren());
        neighbour = new CompanyPath(name, two.siren());
        administrator = PersonFixture.colleague(accounts, firm);
        granting.begin(firm, administrator);
        SessionFixture.proven(proof, administrator, clock);
    }

    @Test
    void aGoodUblInvoiceIsBornWithItsStatusItsFileAndItsFigures() throws IOException {
        String ubl = sample("F-2026-001").ubl();
        Accepted accepted = (Accepted) deposit(administrator, path, ubl);
        InvoiceDetails invoice =
                door.enter(administrator, path, () -> invoices.find(accepted.invoice()))
                        .orElseThrow();
        assertThat(invoice.row().number()).isEqualTo("F-2026-001");
        assertThat(invoice.row().status()).isEqualTo(InvoiceStatus.DEPOSEE);
        assertThat(invoice.row().total()).isEqualByComparingTo("1200.00");
        assertThat(invoice.history()).hasSize(1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        door.enter(
                administrator,
                path,
                () -> {
                    invoices.write(accepted.invoice(), file);
                    return file;
                });
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo(ubl);
        PortfolioLine line =
                portfolio.of(administrator).stream()
                        .filter(l -> l.company().tenant().equals(company))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.counts().of(StatusFamily.EN_COURS)).isEqualTo(1);
        assertThat(line.lastDeposit()).isNotNull();
    }

    @Test
    void whoeverReadsAFileSlowlyHoldsNoConnectionAndStopsWithTheRight() throws IOException {
        UserAccountId reader = PersonFixture.colleague(accounts, firm);
        var given = granting.grant(administrator, reader, one(), Profile.READER);
        String padded = sample("F-2026-201").ubl() + "<!--" + " ".repeat(1_200_000) + "-->";
        Accepted accepted = (Accepted) deposit(administrator, path, padded);
        List<Integer> pieces = new ArrayList<>();
        OutputStream slow =
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        throw new AssertionError("byte by byte");
                    }

                    @Override
                    public void write(byte[] bytes) {
                        pieces.add(bytes.length);
                        assertThat(atTheGate()).isZero();
                        granting.revoke(administrator, given);
                    }
                };
        assertThatThrownBy(() -> written(reader, accepted, slow))
                .isInstanceOf(RightMissingException.class);
        assertThat(pieces).hasSize(1);
    }

    private boolean written(UserAccountId person, Accepted accepted, OutputStream to) {
        return door.enter(
                person,
                path,
                () -> {
                    invoices.write(accepted.invoice(), to);
                    return true;
                });
    }

    private int atTheGate() {
        return database.superuser()
                .sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename ~ '_(gate_main|platform)$' AND state <> 'idle'")
                .query(Integer.class)
                .single();
    }

    @Test
    void aGoodCiiInvoiceIsBornToo() throws IOException {
        Accepted accepted = (Accepted) deposit(administrator, path, sample("F-2026-002").cii());
        assertThat(
                        door.enter(administrator, path, () -> invoices.find(accepted.invoice()))
                                .orElseThrow()
                                .syntax())
                .isEqualTo(Syntax.CII);
    }

    @Test
    void aNumberIsTakenOnceAndFreeAgainAfterARefusal() throws IOException {
        SampleInvoice invoice = sample("F-2026-003");
        Rejected wrong =
                (Rejected)
                        deposit(
                                administrator,
                                path,
                                invoice.ubl().replace(">1200.00<", ">1300.00<"));
        assertThat(wrong.statusCode()).isEqualTo(213);
        assertThat(wrong.anomalies()).extracting(Anomaly::rule).contains("BR-CO-15");
        assertThat(deposit(administrator, path, invoice.ubl())).isInstanceOf(Accepted.class);
        Rejected twice = (Rejected) deposit(administrator, path, invoice.cii());
        assertThat(twice.anomalies()).extracting(Anomaly::rule).contains("CLO-UNIQUE");
        assertThat(door.enter(administrator, path, () -> deposits.last(10))).hasSize(3);
        assertThat(door.enter(administrator, path, () -> invoices.count(InvoiceFilter.ALL)))
                .isOne();
    }

    @Test
    void ofManyDepositsOfOneNumberAtOnceOneIsAccepted() throws Exception {
        String ubl = sample("F-2026-004").ubl();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    IntStream.range(0, 6)
                            .mapToObj(i ->
                                    threads.submit(
                                            SessionFixture.asked(
                                                    () -> deposit(administrator, path, ubl))))
                            .toList();
            int accepted = 0;
            for (var outcome : outcomes) {
                accepted += outcome.get() instanceof Accepted ? 1 : 0;
            }
            assertThat(accepted).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | CLO-FILE-EMPTY",
                "bonjour | CLO-FILE-UNKNOWN",
                "<a><b></a> | CLO-XML-BROKEN",
                "<note>bonjour</note> | CLO-XML-OTHER",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a> | CLO-FILE-HOSTILE",
                "%PDF-1.7 rien | CLO-PDF-DAMAGED"
            })
    void whatIsNoInvoiceIsRefusedWithAReport(String content, String rule) throws IOException {
        Rejected refused = (Rejected) deposit(administrator, path, content);
        assertThat(refused.statusCode()).isEqualTo(501);
        assertThat(refused.anomalies()).extracting(Anomaly::rule).containsExactly(rule);
        assertThat(
                        door.enter(administrator, path, () -> deposits.report(refused.deposit()))
                                .orElseThrow()
                                .fileKept())
                .isEqualTo(!rule.equals("CLO-FILE-HOSTILE"));
    }

    @Test
    void aFacturXInvoiceIsBornWithoutARemark() throws IOException {
        Accepted accepted =
                (Accepted) deposit(administrator, path, SampleFacturX.of(sample("F-2026-011")));
        assertThat(accepted.warnings()).isEmpty();
        assertThat(
                        door.enter(administrator, path, () -> invoices.find(accepted.invoice()))
                                .orElseThrow()
                                .syntax())
                .isEqualTo(Syntax.FACTUR_X);
    }

    @Test
    void aPdfThatIsLockedOrCarriesNothingIsRefusedWithAReport() throws IOException {
        byte[] good = SampleFacturX.of(sample("F-2026-012"));
        try (PDDocument pdf = Loader.loadPDF(good)) {
            pdf.protect(new StandardProtectionPolicy("maître", "lecteur", new AccessPermission()));
            assertRefused(saved(pdf), "CLO-PDF-PASSWORD");
        }
        try (PDDocument pdf = Loader.loadPDF(good)) {
            pdf.getDocumentCatalog().setNames(null);
            assertRefused(saved(pdf), "CLO-PDF-NO-XML");
        }
        assertRefused(Arrays.copyOf(good, good.length / 2), "CLO-PDF-DAMAGED");
    }

    @Test
    void bombsAndGiantsAreRefusedWithAReport() throws IOException {
        String bomb =
                """
                <!DOCTYPE l [<!ENTITY a "ah"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <l>&d;</l>
                """;
        assertRefused(bomb.getBytes(StandardCharsets.UTF_8), "CLO-FILE-HOSTILE");
        assertRefused(new byte[(int) InvoiceDeposit.LONGEST + 1], "CLO-FILE-TOO-BIG");
        String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        Rejected refused =
                (Rejected) deposit(administrator, path, deep.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(501);
    }

    private void assertRefused(byte[] content, String rule) throws IOException {
        Rejected refused = (Rejected) deposit(administrator, path, content);
        assertThat(refused.statusCode()).isEqualTo(501);
        assertThat(refused.anomalies()).extracting(Anomaly::rule).containsExactly(rule);
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pdf.save(file);
        return file.toByteArray();
    }

    @Test
    void anotherCompanysInvoiceAndFaultyDataAreNamed() throws IOException {
        String ubl = sample("F-2026-005").ubl();
        Rejected other = (Rejected) deposit(administrator, neighbour, ubl);
        assertThat(other.anomalies()).extracting(Anomaly::rule).contains("CLO-SELLER");
        String iban = ubl.replace("FR7620041010051234567890178", "FR7620041010051234567890179");
        assertThat(((Rejected) deposit(administrator, path, iban)).anomalies())
                .extracting(Anomaly::rule)
                .contains("CLO-IBAN");
        String zoned =
                ubl.replace("<cbc:IssueDate>2026-10-01<", "<cbc:IssueDate>2026-10-01+02:00<");
        assertThat(deposit(administrator, path, zoned)).isInstanceOf(Rejected.class);
        String tomorrow = ubl.replace("<cbc:IssueDate>2026", "<cbc:IssueDate>2098");
        assertThat(((Rejected) deposit(administrator, path, tomorrow)).anomalies())
                .extracting(Anomaly::rule)
                .contains("CLO-DATE");
    }

    @Test
    void theBytesOfARefusedFileGoAfterThirtyDaysAndItsReportStays() throws IOException {
        Rejected old = (Rejected) deposit(administrator, path, "bonjour");
        Rejected young = (Rejected) deposit(administrator, path, "bonsoir");
        String schema =
                database.superuser()
                        .sql("SELECT role FROM platform.client_company WHERE tenant_id = ?")
                        .param(company.value())
                        .query(String.class)
                        .single();
        database.superuser()
                .sql(
                        "UPDATE %s.deposit_document SET kept_until = kept_until - interval '31 days' WHERE deposit_id = ?"
                                .formatted(schema))
                .param(old.deposit().value())
                .update();
        refusedFiles.purge();
        assertThat(report(old))
                .satisfies(report -> {
                    assertThat(report.fileKept()).isFalse();
                    assertThat(report.anomalies()).isNotEmpty();
                });
        assertThat(report(young).fileKept()).isTrue();
        assertThat(
                        database.superuser()
                                .sql("SELECT count(*) FROM %s.file_piece".formatted(schema))
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    void whatWasHandedInIsNeitherChangedNorDeletedByTheCompanysOwnRole() throws IOException {
        Rejected young = (Rejected) deposit(administrator, path, "bonsoir");
        for (String act :
                List.of(
                        "DELETE FROM file_piece",
                        "UPDATE deposit_document SET anomalies = '[]'",
                        "UPDATE deposit_document SET kept_until = now()",
                        "UPDATE deposit SET actor = gen_random_uuid()",
                        "UPDATE invoice SET with_tax = 0",
                        "DELETE FROM status_change")) {
            assertThatThrownBy(() -> asCompany(act))
                    .as(act)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(asCompany("SELECT cell.drop_refused_files()")).isZero();
        assertThat(report(young).fileKept()).isTrue();
        try (var gate = database.as("gate");
                var statement = gate.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT cell.drop_refused_files()"))
                    .hasMessageContaining("permission denied");
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private int asCompany(String sql) {
        return door.enter(
                administrator,
                path,
                () ->
                        new TransactionTemplate(transactions)
                                .<Integer>execute(status ->
                                        sql.startsWith("SELECT")
                                                ? tenantJdbc.sql(sql).query(Integer.class).single()
                                                : tenantJdbc.sql(sql).update()));
    }

    private DepositReport report(Rejected refused) {
        return door.enter(administrator, path, () -> deposits.report(refused.deposit()))
                .orElseThrow();
    }

    @Test
    void theNeighbourSeesNothing() throws IOException {
        Accepted accepted = (Accepted) deposit(administrator, path, sample("F-2026-006").ubl());
        assertThat(door.enter(administrator, neighbour, () -> invoices.find(accepted.invoice())))
                .isEmpty();
        assertThat(door.enter(administrator, neighbour, () -> deposits.report(accepted.deposit())))
                .isEmpty();
        assertThat(door.enter(administrator, neighbour, () -> invoices.count(InvoiceFilter.ALL)))
                .isZero();
    }

    @Test
    void aReaderCannotDepositAndNobodyCanWithoutTheDoor() {
        UserAccountId reader = PersonFixture.colleague(accounts, firm);
        granting.grant(administrator, reader, one(), Profile.READER);
        assertThatThrownBy(() -> deposit(reader, path, "x"))
                .isInstanceOf(RightMissingException.class);
        assertThatThrownBy(() -> deposit(reader, neighbour, "x"))
                .isInstanceOf(NoSuchCompanyException.class);
        assertThatThrownBy(() -> invoices.count(InvoiceFilter.ALL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoMayOnlyDepositSeesTheReportsAndNoInvoice() throws IOException {
        UserAccountId clerk = PersonFixture.colleague(accounts, firm);
        Profile depositing =
                profiles.make(administrator, path.firm(), "Dépôt", Set.of(Right.DEPOSIT));
        granting.grant(administrator, clerk, one(), depositing);
        Accepted accepted = (Accepted) deposit(clerk, path, sample("F-2026-301").ubl());
        assertThat(accepted.row().number()).isEqualTo("F-2026-301");
        Rejected refused = (Rejected) deposit(clerk, path, "bonjour");
        assertThat(door.enter(clerk, path, () -> deposits.report(refused.deposit()))).isPresent();
        assertThat(door.enter(clerk, path, () -> deposits.last(10))).hasSize(2);
        assertThatThrownBy(() -> door.enter(clerk, path, () -> invoices.find(accepted.invoice())))
                .isInstanceOf(RightMissingException.class);
    }

    @Test
    void theNextDepositOfAnOpenPageIsRefusedOnceItsRightIsGone() throws IOException {
        UserAccountId delegate = PersonFixture.colleague(accounts, firm);
        UserAccountId colleague = PersonFixture.colleague(accounts, firm);
        LocalDate today = LocalDate.now(clock);
        var lent =
                delegation.delegate(
                        administrator,
                        delegate,
                        Loan.of(one(), Profile.STANDARD, today, today, "congés"));
        var given = granting.grant(administrator, colleague, one(), Profile.STANDARD);
        deposit(delegate, path, sample("F-2026-101").ubl());
        deposit(colleague, path, sample("F-2026-102").ubl());
        delegation.revoke(administrator, lent);
        granting.revoke(administrator, given);
        for (UserAccountId person : List.of(delegate, colleague)) {
            assertThatThrownBy(() -> deposit(person, path, sample("F-2026-103").ubl()))
                    .isInstanceOf(NoSuchCompanyException.class);
        }
        assertThat(door.enter(administrator, path, () -> invoices.count(InvoiceFilter.ALL)))
                .isEqualTo(2);
    }

    @Test
    void aDelegatesDepositSaysOnWhoseBehalf() throws IOException {
        UserAccountId delegate = PersonFixture.colleague(accounts, firm);
        LocalDate today = LocalDate.now(clock);
        delegation.delegate(
                administrator, delegate, Loan.of(one(), Profile.STANDARD, today, today, "congés"));
        deposit(delegate, path, sample("F-2026-007").ubl());
        assertThat(door.enter(delegate, path, () -> audit.ofCompany(Long.MAX_VALUE, 10)))
                .first()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo("invoice.deposited");
                    assertThat(Objects.requireNonNull(entry.actor()).id()).isEqualTo(delegate);
                    assertThat(Objects.requireNonNull(entry.onBehalfOf()).id())
                            .isEqualTo(administrator);
                });
    }

    @Test
    void listsAreFilteredAndSortedWithoutAccents() throws IOException {
        deposit(administrator, path, sample("F-2026-008").ubl());
        deposit(administrator, path, sample("F-2026-009").ubl());
        assertThat(
                        door.enter(
                                administrator,
                                path,
                                () ->
                                        invoices.page(
                                                new InvoiceFilter(
                                                        "cafe", StatusFamily.EN_COURS, null, null),
                                                new InvoiceSort(InvoiceSort.Field.NUMBER, false),
                                                0,
                                                10)))
                .extracting(InvoiceRow::number)
                .containsExactly("F-2026-009", "F-2026-008");
    }

    @Test
    void theProjectionIsLockedTwice() throws Exception {
        deposit(administrator, path, sample("F-2026-010").ubl());
        try (var work = database.as("work");
                var statement = work.createStatement()) {
            var rows = statement.executeQuery("SELECT count(*) FROM cell.invoice_index");
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
        try (var gate = database.as("gate");
                var statement = gate.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT cell.note_deposit(now())"))
                    .hasMessageContaining("permission denied");
        }
    }

    private Scope one() {
        return new Scope.OneCompany(firm, company);
    }

    private SampleInvoice sample(String number) {
        return new SampleInvoice(
                path.siren(),
                "Société " + path.siren(),
                new Siren("912345675"),
                "Café de la Gare",
                number,
                LocalDate.of(2026, 10, 1),
                "Conseil",
                10,
                new BigDecimal("100"));
    }

    private DepositOutcome deposit(UserAccountId person, CompanyPath to, String content)
            throws IOException {
        return deposit(person, to, content.getBytes(StandardCharsets.UTF_8));
    }

    private DepositOutcome deposit(UserAccountId person, CompanyPath to, byte[] content)
            throws IOException {
        Path file = Files.createTempFile(folder, "dépôt", ".xml");
        Files.write(file, content);
        return door.enter(
                person,
                to,
                () -> deposit.deposit(new DepositedFile("facture.xml", file, Files.size(file))));
    }
}
