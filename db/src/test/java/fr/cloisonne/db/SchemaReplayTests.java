package fr.cloisonne.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A schema made today is the one that came through every version. */
@PostgresTest
class SchemaReplayTests {

    private final Provisioner provisioner;
    private final ClientChangelog changelog;
    private final TestDatabase database;

    @Autowired
    SchemaReplayTests(Provisioner provisioner, ClientChangelog changelog, TestDatabase database) {
        this.provisioner = provisioner;
        this.changelog = changelog;
        this.database = database;
    }

    @Test
    void theLatestMadeAtOnceIsTheFirstBroughtThroughEveryVersion() throws Exception {
        List<String> old = SchemaPicture.of(database, made(changelog.upTo(1)));
        List<String> atOnce = SchemaPicture.of(database, made(changelog));
        RoleName replayed = made(changelog.upTo(1));
        for (ClientVersion present : changelog.versions()) {
            if (present.number() < changelog.latest().number()) {
                upgraded(replayed, present, changelog.upTo(present.number() + 1));
            }
        }
        assertThat(SchemaPicture.of(database, replayed)).isEqualTo(atOnce).isNotEqualTo(old);
        assertThat(atOnce)
                .anyMatch(fact -> fact.startsWith("constraint invoice_pkey"))
                .anyMatch(fact -> fact.contains("INDEX audit_in_place"))
                .anyMatch(fact ->
                        fact.startsWith("relation status_change r") && fact.contains("tenant=ar"))
                .anyMatch(fact -> fact.startsWith("may call cell.record_event"));
    }

    @Test
    void aTenantMadeBeforeTheRoleOfAllTenantsMayCallTheSameFunctions() throws Exception {
        RoleName role = made(changelog.upTo(1));
        List<String> before = SchemaPicture.of(database, role);
        try (var provision = database.as("provision");
                var statement = provision.createStatement()) {
            String tenants = database.logins().tenants("main");
            statement.execute("REVOKE %s FROM %s".formatted(tenants, role));
            statement.execute("ALTER ROLE %s NOINHERIT".formatted(role));
        }
        assertThat(SchemaPicture.of(database, role)).noneMatch(fact -> fact.startsWith("may call"));
        upgraded(role, changelog.versions().getFirst(), changelog.upTo(1));
        assertThat(SchemaPicture.of(database, role)).isEqualTo(before);
    }

    private RoleName made(ClientChangelog versions) throws Exception {
        Placement placement = new Placement("main", RoleName.random());
        ClientSchema schema = new ClientSchema(database.logins(), versions);
        provisioner.inCell(
                "main",
                connection -> {
                    schema.create(connection, placement);
                    return placement;
                });
        return placement.role();
    }

    private void upgraded(RoleName role, ClientVersion present, ClientChangelog versions)
            throws Exception {
        ClientSchema schema = new ClientSchema(database.logins(), versions);
        Placement placement = new Placement("main", role);
        provisioner.inCell(
                "main",
                connection -> {
                    schema.upgrade(connection, placement, present);
                    return placement;
                });
    }
}
