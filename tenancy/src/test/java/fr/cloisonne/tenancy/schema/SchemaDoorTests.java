package fr.cloisonne.tenancy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Release;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.tenancy.CurrentTenant;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.tenancy.value.SchemaState;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import fr.cloisonne.tenancy.value.TenantUnavailableException.Reason;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class SchemaDoorTests {

    private final Cells cells;
    private final Firms firms;
    private final Provision provision;
    private final CompanyNames names;
    private final CurrentTenant current;
    private final TestDatabase database;
    private final SettableClock clock = new SettableClock();

    @Autowired
    SchemaDoorTests(
            Cells cells,
            Firms firms,
            Provision provision,
            CompanyNames names,
            CurrentTenant current,
            TestDatabase database) {
        this.cells = cells;
        this.firms = firms;
        this.provision = provision;
        this.names = names;
        this.current = current;
        this.database = database;
    }

    @Test
    void aCompanyThatLagsIsUpgradedAtTheDoor() {
        SchemaFleet fleet = fleet(2);
        try (Node next = node("client-next")) {
            next.door().pass(fleet.tenant(0), fleet.placement(0));
            assertThat(fleet.at(next.latest())).isEqualTo(1);
            assertThat(fleet.withTable("reminder")).isEqualTo(1);
        }
    }

    @Test
    void manyAtTheDoorAtOnceUpgradeItOnce() throws Exception {
        SchemaFleet fleet = fleet(1);
        var placement = fleet.placement(0);
        try (Node one = node("client-next");
                Node two = node("client-next");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Node node = i % 2 == 0 ? one : two;
                var _ = threads.submit(() -> node.door().pass(fleet.tenant(0), placement));
            }
        }
        try (Node next = node("client-next")) {
            assertThat(fleet.at(next.latest())).isEqualTo(1);
            assertThat(next.schemas(cells, names).report().allGood()).isTrue();
        }
    }

    @Test
    void codeOfTheReleaseBeforeWorksOnWhatWasOnlyAddedTo() {
        SchemaFleet fleet = fleet(1);
        try (Node next = node("client-next");
                Node before = node("client")) {
            before.door().pass(fleet.tenant(0), fleet.placement(0));
            next.rollout().run();
            clock.advance(Duration.ofMinutes(1));
            before.door().pass(fleet.tenant(0), fleet.placement(0));
            assertThat(before.rollout().run()).as("it takes nothing back").isZero();
            assertThat(fleet.at(next.latest())).isEqualTo(1);
            assertThat(before.schemas(cells, names).report().lines())
                    .extracting(SchemaLine::state)
                    .containsExactly(SchemaState.NEWER);
        }
    }

    @Test
    void codeIsRefusedWhereWhatItUsesWasTakenAway() {
        SchemaFleet fleet = fleet(1);
        try (Node contracted = node("client-contract");
                Node next = node("client-next");
                Node before = node("client")) {
            before.door().pass(fleet.tenant(0), fleet.placement(0));
            contracted.rollout().run();
            refuses(next, fleet, Reason.UPGRADING);
            clock.advance(Duration.ofMinutes(1));
            refuses(before, fleet, Reason.UPGRADING);
            contracted.door().pass(fleet.tenant(0), fleet.placement(0));
            assertThat(before.schemas(cells, names).report().lines())
                    .extracting(SchemaLine::state)
                    .containsExactly(SchemaState.TOO_NEW);
        }
    }

    @Test
    void whatTheLedgerSaysIsCountedBeforeACompanyOpens() {
        SchemaFleet fleet = fleet(2);
        fleet.byHand(0, "ALTER TABLE tenant.invoice DROP COLUMN due_date");
        fleet.byHand(0, "DROP INDEX tenant.invoice_by_status");
        fleet.byHand(0, "REVOKE INSERT ON tenant.audit FROM tenant");
        assertThatThrownBy(() -> current.callAs(fleet.tenant(0), () -> "open"))
                .isInstanceOf(TenantUnavailableException.class);
        assertThat(current.callAs(fleet.tenant(1), () -> "open")).isEqualTo("open");
        try (Node own = node("client")) {
            SchemaLine told = own.schemas(cells, names).report().lines().getFirst();
            assertThat(told.state()).isEqualTo(SchemaState.SHAPE);
            assertThat(told.reason())
                    .contains("column due_date of invoice: date")
                    .contains("index invoice_by_status")
                    .contains("right INSERT on audit");
            fleet.byHand(0, "ALTER TABLE tenant.invoice ADD COLUMN due_date date");
            fleet.byHand(
                    0,
                    "CREATE INDEX invoice_by_status ON tenant.invoice (status, issue_date DESC)");
            fleet.byHand(0, "GRANT INSERT ON tenant.audit TO tenant");
            assertThat(current.callAs(fleet.tenant(0), () -> "open")).isEqualTo("open");
            assertThat(own.schemas(cells, names).report().allGood()).isTrue();
        }
    }

    @Test
    void aSchemaThatLacksSomethingIsSeenMendedWithoutAVisit() {
        SchemaFleet fleet = fleet(1);
        fleet.byHand(0, "DROP INDEX tenant.audit_in_place");
        try (Node own = node("client")) {
            refuses(own, fleet, Reason.CLOSED);
            fleet.byHand(
                    0,
                    "CREATE INDEX audit_in_place ON tenant.audit (chain, on_behalf, n) WHERE on_behalf IS NOT NULL");
            own.rollout().retry();
            assertThat(own.schemas(cells, names).report().allGood()).isTrue();
        }
    }

    @Test
    void aVersionOfWhichNobodyKnowsStaysClosed() {
        SchemaFleet fleet = fleet(1);
        database.superuser().sql("UPDATE cell.ledger SET version = '99-0123456789abcdef'").update();
        try (Node own = node("client")) {
            refuses(own, fleet, Reason.CLOSED);
            assertThat(own.rollout().run()).isZero();
            assertThat(own.schemas(cells, names).report().lines())
                    .extracting(SchemaLine::state)
                    .containsExactly(SchemaState.UNKNOWN);
        }
    }

    @Test
    void aDataFolderOfAnEarlierReleaseIsUpgraded() {
        SchemaFleet fleet = fleet(1);
        try (Node first = Node.of(Release.before(database, 4), cells, clock);
                Node own = node("client")) {
            database.superuser()
                    .sql("UPDATE cell.ledger SET version = ?")
                    .param(first.latest())
                    .update();
            fleet.byHand(0, "COMMENT ON SCHEMA tenant IS NULL");
            assertThat(own.rollout().run()).isEqualTo(1);
            assertThat(own.schemas(cells, names).report().allGood()).isTrue();
        }
    }

    private SchemaFleet fleet(int size) {
        return SchemaFleet.of(size, database, firms, provision);
    }

    private Node node(String release) {
        return Node.of(Release.of(database, release), cells, clock);
    }

    private static void refuses(Node node, SchemaFleet fleet, Reason reason) {
        assertThatThrownBy(() -> node.door().pass(fleet.tenant(0), fleet.placement(0)))
                .isInstanceOfSatisfying(
                        TenantUnavailableException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
