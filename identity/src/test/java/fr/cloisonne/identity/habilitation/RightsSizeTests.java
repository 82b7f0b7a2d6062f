package fr.cloisonne.identity.habilitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.CountedStatements;
import fr.cloisonne.db.Figures;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.identity.PersonFixture;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.matrix.Matrix;
import fr.cloisonne.identity.matrix.MatrixFilter;
import fr.cloisonne.identity.matrix.MatrixRow;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A firm of 200 people and 1,000 companies by {@code -Dtests.size=full}, and a small one otherwise:
 * the price of a question does not grow with it. Figures are kept, only plans are asserted.
 */
@PostgresTest
class RightsSizeTests {

    private static final boolean FULL = "full".equals(System.getProperty("tests.size"));
    private static final int PEOPLE = FULL ? 200 : 20;
    private static final int CHECKS = FULL ? 3000 : 50;
    private static final int COMPANIES = FULL ? 1000 : 60;

    @Autowired private Matrix matrix;
    @Autowired private Habilitations habilitations;
    @Autowired private Granting granting;
    @Autowired private UserAccounts accounts;
    @Autowired private Firms firms;
    @Autowired private TestDatabase database;

    private FirmShortName firm;
    private FirmId firmId;
    private UserAccountId administrator;
    private UserAccountId clerk;
    private CompanyPath last;

    @BeforeEach
    void aBigFirm() {
        firm = CompanyFixture.openFirm(firms);
        firmId = firms.byShortName(firm).orElseThrow().id();
        administrator = PersonFixture.colleague(accounts, firmId);
        granting.begin(firmId, administrator);
        List<Siren> sirens = Stream.generate(CompanyFixture::anySiren).limit(COMPANIES).toList();
        last = new CompanyPath(firm, sirens.getLast());
        String[] numbers = sirens.stream().map(Siren::value).toArray(String[]::new);
        run(
                """
                INSERT INTO platform.client_company
                  (tenant_id, siren, legal_name, size_category, holder_firm_id, state, cell, role, attempt_id)
                SELECT gen_random_uuid(), s, 'Société ' || s, 'PME', :firm, 'OPEN', 'main',
                       't_' || translate(substr(md5(s), 1, 13), '0189', 'wxyz'), gen_random_uuid()
                FROM unnest(:sirens) s
                """,
                numbers);
        run(
                """
                INSERT INTO platform.mandate (id, firm_id, tenant_id, siren, valid_from)
                SELECT gen_random_uuid(), :firm, tenant_id, siren, DATE '2020-01-01'
                FROM platform.client_company WHERE siren = ANY (:sirens)
                """,
                numbers);
        run(
                """
                WITH people AS (
                  INSERT INTO platform.user_account (id, email, email_key, given_name, family_name)
                  SELECT gen_random_uuid(), x || '@' || :firm, x || '@' || :firm, 'Zoé', 'Numéro ' || x
                  FROM generate_series(1, %d) x RETURNING id)
                INSERT INTO platform.firm_member (firm_id, user_id) SELECT :firm, id FROM people
                WHERE CAST(:sirens AS text[]) IS NOT NULL
                """
                        .formatted(PEOPLE - 1),
                numbers);
        run(
                """
                INSERT INTO platform.habilitation (id, firm_id, tenant_id, profile, holder_id)
                SELECT gen_random_uuid(), :firm, c.tenant_id, 'STANDARD', m.user_id
                FROM platform.firm_member m CROSS JOIN platform.client_company c
                WHERE m.firm_id = :firm AND c.siren = ANY (:sirens)
                """,
                numbers);
        for (String table :
                List.of("habilitation", "firm_member", "client_company", "mandate", "delegation")) {
            database.superuser().sql("ANALYZE platform." + table).update();
        }
        clerk =
                new UserAccountId(
                        database.superuser()
                                .sql(
                                        "SELECT user_id FROM platform.firm_member WHERE firm_id = ? AND user_id <> ? LIMIT 1")
                                .params(firmId.value(), administrator.value())
                                .query(UUID.class)
                                .single());
    }

    @Test
    void aRightIsReadByIndexesWhateverThePersonHolds() throws SQLException {
        assertThat(habilitations.access(clerk, last).allows(Right.DEPOSIT)).isTrue();
        timed(CHECKS, () -> habilitations.access(clerk, last));
        Duration each = median(CHECKS, () -> habilitations.access(clerk, last));
        Figures.keep(
                "rights check, %d companies held one by one, ms".formatted(COMPANIES),
                each.toNanos() / 1e6,
                "1");
        assertThat(habilitations.clientCompaniesOf(clerk)).hasSize(COMPANIES);
        String plan = planOfCheck();
        assertThat(plan).contains("habilitation_held").doesNotContain("Seq Scan on habilitation");
    }

    @Test
    void whatIsNotThereIsAskedForAsOftenAsWhatIsForbidden() {
        FirmShortName own = CompanyFixture.openFirm(firms);
        UserAccountId stranger =
                PersonFixture.colleague(accounts, firms.byShortName(own).orElseThrow().id());
        // What is remembered from one question to the next is remembered now.
        refused(stranger, last);
        int forbidden = CountedStatements.in(() -> refused(stranger, last));
        assertThat(forbidden).isPositive();
        CompanyPath unknown = new CompanyPath(firm, CompanyFixture.anySiren());
        CompanyPath nowhere = new CompanyPath(new FirmShortName("aucun-cabinet"), last.siren());
        for (CompanyPath path : List.of(unknown, nowhere)) {
            assertThat(CountedStatements.in(() -> refused(stranger, path)))
                    .as("%s", path)
                    .isEqualTo(forbidden);
        }
    }

    private void refused(UserAccountId person, CompanyPath path) {
        assertThatThrownBy(() -> habilitations.access(person, path))
                .isInstanceOf(NoSuchCompanyException.class);
    }

    @Test
    void theTableIsOpenedByAWindow() {
        Duration open = timed(1, () -> opens(8, 50));
        Figures.keep(
                "matrix of %d people × %d companies opens, s".formatted(PEOPLE, COMPANIES),
                open.toNanos() / 1e9,
                "1");
        // As many questions whatever the window holds.
        int few = CountedStatements.in(() -> opens(1, 1));
        assertThat(CountedStatements.in(() -> opens(20, 50))).isEqualTo(few).isPositive();
        List<UserAccountId> two = List.of(administrator, clerk);
        List<MatrixRow> rows =
                matrix.rows(administrator, firm, MatrixFilter.ALL, two, COMPANIES - 9, 10);
        assertThat(rows).hasSize(10).allSatisfy(row -> assertThat(row.of(clerk)).hasSize(1));
        assertThat(matrix.countPeople(administrator, firm, MatrixFilter.ALL)).isEqualTo(PEOPLE);
    }

    /** What the page asks when it opens: how much there is, and one window of it. */
    private void opens(int people, int places) {
        matrix.countPeople(administrator, firm, MatrixFilter.ALL);
        matrix.countRows(administrator, firm, MatrixFilter.ALL);
        List<UserAccountId> window =
                matrix.people(administrator, firm, MatrixFilter.ALL, 0, people).stream()
                        .map(person -> person.card().id())
                        .toList();
        assertThat(window).hasSize(people);
        assertThat(matrix.rows(administrator, firm, MatrixFilter.ALL, window, 0, places))
                .hasSize(places);
    }

    /**
     * How PostgreSQL answers the very statement of a check. A table of a few pages is rightly read
     * from end to end; of a small one it is asked how it would do without that.
     */
    private String planOfCheck() throws SQLException {
        UUID company = habilitations.clientCompaniesOf(clerk).getLast().tenant().value();
        try (var one = new SingleConnectionDataSource(database.as("platform"), true)) {
            JdbcClient platform = JdbcClient.create(one);
            platform.sql("SET enable_seqscan = " + (FULL ? "on" : "off")).update();
            return String.join(
                    "\n",
                    platform.sql("EXPLAIN " + Grants.OVER.replace(":today", "DATE '2026-01-01'"))
                            .param("person", clerk.value())
                            .param("mandatory", false)
                            .param("firm", firmId.value())
                            .param("place", company)
                            .query(String.class)
                            .list());
        }
    }

    private static Duration median(int times, Runnable act) {
        List<Duration> each = Stream.generate(() -> timed(1, act)).limit(times).sorted().toList();
        return each.get(times / 2);
    }

    private static Duration timed(int times, Runnable act) {
        long begin = System.nanoTime();
        for (int time = 0; time < times; time++) {
            act.run();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** They have no schema of their own, over which others that ask every company would stumble. */
    @AfterEach
    void noCompanyStays() {
        for (String table : List.of("habilitation", "mandate", "client_company")) {
            String firmOf = table.equals("client_company") ? "holder_firm_id" : "firm_id";
            database.superuser()
                    .sql("DELETE FROM platform.%s WHERE %s = ?".formatted(table, firmOf))
                    .param(firmId.value())
                    .update();
        }
    }

    private void run(String sql, String[] sirens) {
        database.superuser()
                .sql(sql)
                .param("firm", firmId.value())
                .param("sirens", sirens)
                .update();
    }
}
