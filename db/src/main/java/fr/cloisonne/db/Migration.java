package fr.cloisonne.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the schemas {@code platform} and {@code cell} to what the changelogs say, as their owner.
 * Tenants' schemas are not Liquibase's to run: see {@link ClientSchema}. The versions that they may
 * have are announced in each cell.
 */
final class Migration {

    private final Logins logins;
    private final ClientChangelog changelog;

    Migration(Logins logins, ClientChangelog changelog) {
        this.logins = logins;
        this.changelog = changelog;
    }

    /** Liquibase talks to the console unless told otherwise. */
    void run() throws Exception {
        Scope.child(Scope.Attr.ui, new LoggerUIService(), this::update);
    }

    private void update() throws SQLException, LiquibaseException {
        Map<String, String> platform = Map.of("platform.role", logins.platform().user());
        update(logins.platformProvision(), "platform", logins.platform().user(), platform);
        for (var cell : logins.provisions().entrySet()) {
            String work = logins.work(cell.getKey()).user();
            update(cell.getValue(), "cell", work, Map.of("work.role", work));
            new TenantsRole(logins, cell.getKey()).prepare(cell.getValue());
            announce(cell.getValue());
        }
    }

    /** No schema has a version that the cell does not know, so that older nodes can judge it. */
    private void announce(Login login) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                var known =
                        connection.prepareStatement(
                                "INSERT INTO cell.client_version (label, number, open_from) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (ClientVersion version : changelog.versions()) {
                known.setString(1, version.label());
                known.setInt(2, version.number());
                known.setInt(3, changelog.openFrom(version));
                known.executeUpdate();
            }
        }
    }

    private void update(Login login, String schema, String reader, Map<String, String> parameters)
            throws SQLException, LiquibaseException {
        try (Connection connection =
                DriverManager.getConnection(login.url(), login.user(), login.password())) {
            prepare(connection, schema, reader);
            Database database =
                    DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(schema);
            database.setLiquibaseSchemaName(schema);
            var liquibase =
                    new Liquibase(
                            "db/changelog/" + schema + ".yaml",
                            new ClassLoaderResourceAccessor(),
                            database);
            parameters.forEach(liquibase::setChangeLogParameter);
            liquibase.update(new Contexts(), new LabelExpression());
        }
    }

    private void prepare(Connection connection, String schema, String reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET ROLE " + statement.enquoteIdentifier(logins.owner(), true));
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            statement.execute(
                    "GRANT USAGE ON SCHEMA %s TO %s"
                            .formatted(schema, statement.enquoteIdentifier(reader, true)));
        }
    }
}
