package fr.cloisonne.tenancy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Release;
import fr.cloisonne.db.SettableClock;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.tenancy.value.SchemaState;
import fr.cloisonne.tenancy.value.TenantUnavailableException;
import fr.cloisonne.tenancy.value.TenantUnavailableException.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A server that ends what makes a table or an index by PostgreSQL's error for a full disk. The
 * error is raised by a trigger of the server; no disk is filled.
 */
@PostgresTest
class NoRoomTests {

    private final Cells cells;
    private final Firms firms;
    private final Provision provision;
    private final CompanyNames names;
    private final TestDatabase database;
    private final SettableClock clock = new SettableClock();

    @Autowired
    NoRoomTests(
            Cells cells,
            Firms firms,
            Provision provision,
            CompanyNames names,
            TestDatabase database) {
        this.cells = cells;
        this.firms = firms;
        this.provision = provision;
        this.names = names;
        this.database = database;
    }

    @AfterEach
    void room() {
        database.superuser().sql("DROP EVENT TRIGGER IF EXISTS full_disk").update();
    }

    @Test
    void aMakingWithoutRoomLeavesNothingAndCanBeBegunAgain() {
        FirmId firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        NewClientCompany company = CompanyFixture.companyOf(firm);
        int before = roles();
        fullWhenItMakes("CREATE INDEX");
        assertThatThrownBy(() -> provision.provision(company))
                .hasStackTraceContaining("No space left on device");
        assertThat(roles()).isEqualTo(before);
        room();
        assertThat(provision.provision(company)).isNotNull();
    }

    @Test
    void anUpgradeWithoutRoomLeavesEveryCompanyAsItWasAndGoesOnLater() throws SQLException {
        SchemaFleet fleet = SchemaFleet.of(3, database, firms, provision);
        try (Node next = Node.of(Release.of(database, "client-next"), cells, clock)) {
            String old = fleet.labels();
            next.release().shapes().expected("main");
            fullWhenItMakes("CREATE INDEX");
            assertThat(next.rollout().run()).isZero();
            assertThat(fleet.labels()).isEqualTo(old);
            assertThat(fleet.withTable("reminder")).isZero();
            assertThat(next.schemas(cells, names).report().lines())
                    .extracting(SchemaLine::state)
                    .as("the first one tells enough")
                    .containsExactly(SchemaState.NO_ROOM, SchemaState.WAITING, SchemaState.WAITING);
            assertThatThrownBy(() -> next.door().pass(fleet.tenant(0), fleet.placement(0)))
                    .isInstanceOfSatisfying(
                            TenantUnavailableException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.UPGRADING));
            room();
            assertThat(next.rollout().retry()).isEqualTo(3);
            assertThat(next.schemas(cells, names).report().allGood()).isTrue();
        }
    }

    private void fullWhenItMakes(String what) {
        database.superuser()
                .sql(
                        """
                        CREATE OR REPLACE FUNCTION public.full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$
                        BEGIN
                          RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
                        END $$
                        """)
                .update();
        database.superuser()
                .sql(
                        "CREATE EVENT TRIGGER full_disk ON ddl_command_start WHEN TAG IN ('%s') EXECUTE FUNCTION public.full_disk()"
                                .formatted(what))
                .update();
    }

    private int roles() {
        return database.superuser()
                .sql("SELECT count(*) FROM pg_roles WHERE rolname LIKE 't\\_%'")
                .query(Integer.class)
                .single();
    }
}
