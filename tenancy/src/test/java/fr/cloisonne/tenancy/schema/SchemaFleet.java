package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Placement;
import fr.cloisonne.db.RoleName;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.List;
import java.util.stream.Stream;

/** Some client companies of one firm, alone in the ledger, at the version of this code. */
final class SchemaFleet {

    private final TestDatabase database;
    private final List<TenantId> tenants;

    private SchemaFleet(TestDatabase database, List<TenantId> tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    static SchemaFleet of(int size, TestDatabase database, Firms firms, Provision provision) {
        database.superuser().sql("DELETE FROM cell.ledger").update();
        database.superuser().sql("UPDATE cell.client_version SET canary = NULL").update();
        FirmId firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        return new SchemaFleet(
                database,
                Stream.generate(() -> provision.provision(CompanyFixture.companyOf(firm)))
                        .limit(size)
                        .toList());
    }

    TenantId tenant(int number) {
        return tenants.get(number);
    }

    Placement placement(int number) {
        return new Placement(
                "main",
                new RoleName(
                        database.superuser()
                                .sql("SELECT role FROM cell.ledger WHERE tenant_id = ?")
                                .param(tenants.get(number).value())
                                .query((row, n) -> row.getString(1))
                                .single()));
    }

    /** How many are at this version. */
    int at(String label) {
        return database.superuser()
                .sql("SELECT count(*) FROM cell.ledger WHERE version = ?")
                .param(label)
                .query(Integer.class)
                .single();
    }

    /** The versions of all, in the order of their roles. */
    String labels() {
        return database.superuser()
                .sql("SELECT string_agg(version, ' ' ORDER BY role) FROM cell.ledger")
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** In how many schemas there is a table of this name. */
    int withTable(String table) {
        return database.superuser()
                .sql(
                        "SELECT count(*) FROM cell.ledger WHERE to_regclass(role || '.' || ?) IS NOT NULL")
                .param(table)
                .query(Integer.class)
                .single();
    }

    /** Something done in one schema by hand, as a database administrator might. */
    void byHand(int number, String sql) {
        database.superuser().sql(sql.replace("tenant", placement(number).role().value())).update();
    }
}
