package fr.cloisonne.tenancy.schema;

import fr.cloisonne.db.Cells;
import fr.cloisonne.db.ClientSchema;
import fr.cloisonne.db.Figures;
import fr.cloisonne.db.Placement;
import fr.cloisonne.db.PostgresTest;
import fr.cloisonne.db.Provisioner;
import fr.cloisonne.db.Release;
import fr.cloisonne.db.RoleName;
import fr.cloisonne.db.TestDatabase;
import fr.cloisonne.tenancy.CompanyFixture;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.FirmId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What making, upgrading and asking cost, beside the very statements sent by hand on one connection
 * in the same run. Started by {@code ./cloisonne bench}; nothing is asserted.
 */
@PostgresTest
class SchemaBench {

    private static final boolean FULL = "full".equals(System.getProperty("tests.size"));
    private static final int MAKINGS = FULL ? 60 : 6;
    private static final int UPGRADES = FULL ? 1_000 : 20;
    private static final int QUIET = FULL ? 5_000 : 200;
    private static final int QUESTIONS = 21;

    private final Cells cells;
    private final Firms firms;
    private final Provision provision;
    private final Provisioner provisioner;
    private final ClientSchema schema;
    private final SchemaRollout own;
    private final Schemas schemas;
    private final TestDatabase database;

    @Autowired
    SchemaBench(
            Cells cells,
            Firms firms,
            Provision provision,
            Provisioner provisioner,
            ClientSchema schema,
            SchemaRollout own,
            Schemas schemas,
            TestDatabase database) {
        this.cells = cells;
        this.firms = firms;
        this.provision = provision;
        this.provisioner = provisioner;
        this.schema = schema;
        this.own = own;
        this.schemas = schemas;
        this.database = database;
    }

    /** By turns, so that both meet the same machine. */
    @Test
    void makingACompany() throws SQLException {
        FirmId firm = firms.byShortName(CompanyFixture.openFirm(firms)).orElseThrow().id();
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < MAKINGS; i++) {
            var company = CompanyFixture.companyOf(firm);
            ours.add(milliseconds(() -> provision.provision(company)));
            RoleName role = RoleName.random();
            plain.add(byHand(made(role)));
        }
        double mine = median(ours);
        double theirs = median(plain);
        Figures.keep("making of a client company, ms, beside plain SQL", mine, theirs, "");
        Figures.keep("  ratio", mine / theirs, "1.3");
    }

    @Test
    void upgradingThemAll() throws SQLException {
        database.superuser().sql("DELETE FROM cell.ledger").update();
        List<RoleName> byHand = fleet(false);
        fleet(true);
        try (Node next = Node.of(Release.of(database, "client-next"), cells, Clock.systemUTC())) {
            int from = schema.changelog().latest().number();
            List<List<String>> change =
                    byHand.stream().map(role -> changed(next.release(), role, from)).toList();
            double theirs = byHand(change);
            double mine = milliseconds(next.rollout()::run);
            Figures.keep(
                    "upgrade of %d client companies, ms, beside plain SQL".formatted(UPGRADES),
                    mine,
                    theirs,
                    "");
            Figures.keep("  ratio", mine / theirs, "1.3");
        }
    }

    @Test
    void askingWhereNothingLags() {
        database.superuser().sql("DELETE FROM cell.ledger").update();
        Stream.generate(RoleName::random).limit(QUIET).forEach(this::enter);
        database.superuser().sql("ANALYZE cell.ledger").update();
        List<Double> nothing = new ArrayList<>();
        List<Double> report = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            nothing.add(milliseconds(own::run));
            report.add(milliseconds(schemas::report));
        }
        Figures.keep(
                "nothing to upgrade in %d client companies, ms".formatted(QUIET),
                median(nothing),
                "50");
        Figures.keep("  which is at which version, ms", median(report), "50");
    }

    private List<RoleName> fleet(boolean known) throws SQLException {
        List<RoleName> roles = Stream.generate(RoleName::random).limit(UPGRADES).toList();
        for (RoleName role : roles) {
            provisioner.inCell(
                    "main",
                    connection -> {
                        schema.create(connection, new Placement("main", role));
                        return role;
                    });
            if (known) {
                enter(role);
            }
        }
        return roles;
    }

    private void enter(RoleName role) {
        database.superuser()
                .sql(
                        "INSERT INTO cell.ledger (role, tenant_id, attempt_id, version) VALUES (?, ?, ?, ?)")
                .params(
                        role.value(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        schema.changelog().latest().label())
                .update();
    }

    /** The statements of a making, with role and schema. */
    private List<List<String>> made(RoleName role) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE ROLE " + role + " NOLOGIN");
        statements.add("CREATE SCHEMA " + role);
        statements.add("GRANT USAGE ON SCHEMA %s TO %s".formatted(role, role));
        statements.add("SET LOCAL search_path = " + role);
        statements.addAll(schema.statementsFor(role));
        return List.of(statements);
    }

    private static List<String> changed(Release release, RoleName role, int from) {
        List<String> statements = new ArrayList<>();
        statements.add("SET LOCAL search_path = " + role);
        int skipped =
                release.schema().changelog().versions().stream()
                        .limit(from)
                        .mapToInt(version -> version.statements().size())
                        .sum();
        statements.addAll(release.schema().statementsFor(role).stream().skip(skipped).toList());
        return statements;
    }

    /** One transaction a list, on one connection. */
    private double byHand(List<List<String>> transactions) throws SQLException {
        try (Connection connection = database.as("provision");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            for (List<String> statements : transactions) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
            }
            return (System.nanoTime() - began) / 1e6;
        }
    }

    private static double milliseconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
