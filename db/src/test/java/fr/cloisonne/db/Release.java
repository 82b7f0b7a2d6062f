package fr.cloisonne.db;

import java.util.Map;
import liquibase.exception.LiquibaseException;

/**
 * The ground of a node whose client companies' schema is that of another release.
 *
 * @param schema what it makes of a schema
 * @param shapes what it expects of one
 * @param provisioner by which connections
 */
public record Release(ClientSchema schema, SchemaShapes shapes, Provisioner provisioner) {

    /**
     * A release by the name of its changelog.
     *
     * @param database where its node works; it is told the release's versions
     * @param name {@code client}, {@code client-next}, {@code client-contract} or {@code
     *     client-broken}
     * @return the release, on two connections of its own
     */
    public static Release of(TestDatabase database, String name) {
        return of(database, read(name), database.provisioner());
    }

    /**
     * The same on connections that are cut.
     *
     * @param cuts where its connections come from
     * @return the release, as a node that dies works with it
     */
    public Release on(Cuts cuts) {
        return new Release(schema, shapes, new Provisioner(Map.of(Logins.MAIN, cuts)));
    }

    /**
     * An earlier release of the product.
     *
     * @param database where its node works
     * @param version the version of the schema that it knew
     * @return the release
     */
    public static Release before(TestDatabase database, int version) {
        return of(database, read("client").upTo(version), database.provisioner());
    }

    private static Release of(
            TestDatabase database, ClientChangelog changelog, Provisioner provisioner) {
        try {
            new Migration(database.logins(), changelog).run();
            ClientSchema schema = new ClientSchema(database.logins(), changelog);
            return new Release(schema, new SchemaShapes(provisioner, schema), provisioner);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ClientChangelog read(String name) {
        try {
            return ClientChangelog.read("db/changelog/%s.yaml".formatted(name));
        } catch (LiquibaseException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
