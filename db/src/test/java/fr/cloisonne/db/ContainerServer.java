package fr.cloisonne.db;

import fr.cloisonne.db.embedded.OwnServer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container, for machines with a Docker engine. */
final class ContainerServer implements OwnServer {

    private final TestSecrets secrets = new TestSecrets();
    private final PostgreSQLContainer container;

    private ContainerServer() {
        container =
                new PostgreSQLContainer("postgres:18-alpine")
                        .withUsername(SUPERUSER)
                        .withPassword(secrets.of(SUPERUSER))
                        .withDatabaseName(SUPERUSER)
                        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
    }

    static ContainerServer start() {
        ContainerServer server = new ContainerServer();
        server.container.start();
        return server;
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        database);
    }

    @Override
    public String instance() {
        return "container";
    }

    @Override
    public String secret(String name) {
        return secrets.of(name);
    }

    @Override
    public void close() {
        container.close();
    }
}
