package fr.cloisonne.tenancy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.CountedStatements;
import fr.cloisonne.db.Cuts;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Release;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.tenancy.value.SchemaReport;
import fr.cloisonne.tenancy.value.SchemaState;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import fr.cloisonne.tenancy.value.TenantUnavailableException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class SchemaRolloutTests {

    private final Cells cells;
    private final Firms firms;
    private final Provision provision;
    private final CompanyNames names;
    private final SchemaRollout own;
    private final TestDatabase database;
    private final SettableClock clock = new SettableClock();

    @Autowired
    SchemaRolloutTests(
            Cells cells,
            Firms firms,
            Provision provision,
            CompanyNames names,
            SchemaRollout own,
            TestDatabase database) {
        this.cells = cells;
        this.firms = firms;
        this.provision = provision;
        this.names = names;
        this.own = own;
        this.database = database;
    }

    @Test
    void everyCompanyComesToTheNextVersion() {
        SchemaFleet fleet = fleet(6);
        try (Node next = node("client-next")) {
            assertThat(next.rollout().run()).isEqualTo(6);
            assertThat(fleet.at(next.latest())).isEqualTo(6);
            assertThat(fleet.withTable("reminder")).isEqualTo(6);
            assertThat(next.ledger().canaryPassed("main")).isTrue();
            SchemaReport report = report(next);
            assertThat(report.allGood()).isTrue();
            assertThat(report.total()).isEqualTo(6);
            assertThat(next.rollout().run()).isZero();
        }
    }

    @Test
    void whereNothingLagsOneQueryTellsIt() {
        fleet(1);
        int one = CountedStatements.in(own::run);
        fleet(5);
        assertThat(CountedStatements.in(own::run)).isEqualTo(one);
    }

    @Test
    void aCompanyThatFailsStaysAsItWasAloneAndIsNamed() {
        SchemaFleet fleet = fleet(5);
        fleet.byHand(2, "CREATE TABLE tenant.reminder (id int)");
        try (Node next = node("client-next")) {
            assertThat(next.rollout().run()).isEqualTo(4);
            SchemaLine failed = report(next).lines().getFirst();
            assertThat(report(next).lines()).hasSize(1);
            assertThat(failed.schema()).isEqualTo(fleet.placement(2).role().value());
            assertThat(failed.company()).startsWith("Société 9000");
            assertThat(failed.firm()).startsWith("Cabinet");
            assertThat(failed.state()).isEqualTo(SchemaState.CHANGE);
            assertThat(failed.reason()).contains("reminder").contains("already exists");
            refuses(next, fleet, 2, Reason.CLOSED);
            next.door().pass(fleet.tenant(1), fleet.placement(1));
            fleet.byHand(2, "DROP TABLE tenant.reminder");
            assertThat(next.rollout().run()).as("its turn has not come").isZero();
            assertThat(next.rollout().retry()).isEqualTo(1);
            assertThat(report(next).allGood()).isTrue();
            next.door().pass(fleet.tenant(2), fleet.placement(2));
        }
    }

    @Test
    void nothingOfWhatACompanyHoldsIsToldWithItsFailure() {
        SchemaFleet fleet = fleet(2);
        fleet.byHand(
                1,
                "INSERT INTO tenant.chain_head SELECT gen_random_uuid(), 1, 'secret of hers' FROM generate_series(1, 2)");
        try (Node unique = node("client-unique")) {
            unique.rollout().run();
            SchemaLine failed = report(unique).lines().getFirst();
            assertThat(failed.reason())
                    .contains("could not create unique index")
                    .doesNotContain("secret");
        }
    }

    @Test
    void aChangeThatNobodyTakesStopsAtTheThirdCompany() {
        SchemaFleet fleet = fleet(6);
        try (Node broken = node("client-broken")) {
            assertThat(broken.rollout().run()).isZero();
            SchemaReport report = report(broken);
            assertThat(report.held()).isTrue();
            assertThat(report.lines())
                    .extracting(SchemaLine::state)
                    .containsExactly(
                            SchemaState.CHANGE,
                            SchemaState.CHANGE,
                            SchemaState.CHANGE,
                            SchemaState.WAITING,
                            SchemaState.WAITING,
                            SchemaState.WAITING);
            clock.advance(Duration.ofHours(2));
            broken.rollout().run();
            assertThat(report(broken).lines().subList(0, 3))
                    .extracting(SchemaLine::tries)
                    .containsOnly(2);
            assertThat(report(broken).lines().subList(3, 6))
                    .extracting(SchemaLine::state)
                    .containsOnly(SchemaState.WAITING);
            assertThat(fleet.at(ownLabel())).isEqualTo(6);
        }
    }

    @Test
    void aCompanyInWhichSomebodyWorksIsUpgradedLater() throws SQLException {
        SchemaFleet fleet = fleet(3);
        try (Node next = node("client-next");
                Connection worker = database.as("gate")) {
            worker.setAutoCommit(false);
            worker.createStatement().execute("SET LOCAL ROLE " + fleet.placement(1).role().value());
            worker.createStatement().execute("SELECT count(*) FROM deposit");
            assertThat(next.rollout().run()).isEqualTo(2);
            assertThat(report(next).lines())
                    .extracting(SchemaLine::state)
                    .containsExactly(SchemaState.BUSY);
            refuses(next, fleet, 1, Reason.UPGRADING);
            worker.rollback();
            clock.advance(Duration.ofMinutes(1));
            assertThat(next.rollout().run()).isEqualTo(1);
            assertThat(report(next).allGood()).isTrue();
        }
    }

    @Test
    void twoNodesAtOnceUpgradeEachCompanyOnce() throws Exception {
        SchemaFleet fleet = fleet(12);
        try (Node one = node("client-next");
                Node two = node("client-next");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(one.rollout()::run);
            var second = threads.submit(two.rollout()::run);
            assertThat(first.get() + second.get()).isEqualTo(12);
            assertThat(fleet.at(one.latest())).isEqualTo(12);
            assertThat(report(one).allGood()).isTrue();
        }
    }

    @Test
    void aNodeKilledAtAnyStatementLeavesEachCompanyOldOrNewAndAnotherGoesOn() {
        SchemaFleet fleet = fleet(3);
        int done = 0;
        int statement = 0;
        try (Node next = node("client-next")) {
            while (done < 3) {
                Cuts cuts = new Cuts(database, statement);
                try (Node dying = node(next.release().on(cuts))) {
                    dying.rollout().run();
                }
                assertThat(cuts.cut() || fleet.at(next.latest()) == 3).isTrue();
                assertThat(fleet.withTable("reminder")).isEqualTo(fleet.at(next.latest()));
                done = fleet.at(next.latest());
                statement++;
                if (done < 3) {
                    // What the cut left waits a moment; time goes on.
                    clock.advance(Duration.ofHours(2));
                }
            }
            assertThat(statement)
                    .as("it was cut at every statement of one upgrade")
                    .isGreaterThan(12);
            clock.advance(Duration.ofHours(2));
            next.rollout().run();
            assertThat(report(next).allGood()).isTrue();
        }
    }

    private SchemaFleet fleet(int size) {
        return SchemaFleet.of(size, database, firms, provision);
    }

    private Node node(String release) {
        return node(Release.of(database, release));
    }

    private Node node(Release release) {
        return Node.of(release, cells, clock);
    }

    private String ownLabel() {
        return Release.of(database, "client").schema().changelog().latest().label();
    }

    private SchemaReport report(Node node) {
        return node.schemas(cells, names).report();
    }

    private static void refuses(Node node, SchemaFleet fleet, int company, Reason reason) {
        assertThatThrownBy(() -> node.door().pass(fleet.tenant(company), fleet.placement(company)))
                .isInstanceOfSatisfying(
                        TenantUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
