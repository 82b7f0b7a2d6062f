package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.Release;
import java.time.Clock;

/** A node of some release, beside the context's own and on the same database. */
record Node(Release release, SchemaRollout rollout, SchemaDoor door, Ledger ledger)
        implements AutoCloseable {

    static Node of(Release release, Cells cells, Clock clock) {
        Ledger ledger = new Ledger(cells, release.schema());
        SchemaUpgrade upgrade =
                new SchemaUpgrade(
                        release.provisioner(),
                        cells,
                        ledger,
                        release.schema(),
                        release.shapes(),
                        clock);
        return new Node(
                release,
                new SchemaRollout(cells, ledger, upgrade, release.schema(), clock),
                new SchemaDoor(ledger, upgrade, release.schema(), clock),
                ledger);
    }

    Schemas schemas(Cells cells, CompanyNames names) {
        return new Schemas(
                cells, new SchemaRows(cells, release.schema()), ledger, release.schema(), names);
    }

    String latest() {
        return release.schema().changelog().latest().label();
    }

    @Override
    public void close() {
        release.provisioner().close();
    }
}
