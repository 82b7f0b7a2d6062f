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
 * Tenants' schemas are not Liquibase's to run: see {@link ClientSchema}.
 */
final class Migration {

    private final Logins logins;

    Migration(Logins logins) {
        this.logins = logins;
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
