package fr.cloisonne.db;

import com.zaxxer.hikari.HikariDataSource;
import fr.cloisonne.db.embedded.EmbeddedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import liquibase.exception.LiquibaseException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The databases of this instance, migrated before anything reads them. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(DatabaseSettings.class)
class Ground {

    static final String DATABASE = "cloisonne";

    @Bean
    @ConditionalOnProperty(
            name = "cloisonne.platform.url",
            matchIfMissing = true,
            havingValue = "none")
    EmbeddedServer embeddedServer(DatabaseSettings settings) throws IOException {
        return EmbeddedServer.start(settings.data());
    }

    @Bean
    Logins logins(
            DatabaseSettings settings,
            ObjectProvider<EmbeddedServer> embedded,
            ClientChangelog changelog)
            throws Exception {
        Logins logins = found(settings, embedded);
        ConnectionBudget.check(logins);
        new Migration(logins, changelog).run();
        return logins;
    }

    private static Logins found(DatabaseSettings settings, ObjectProvider<EmbeddedServer> embedded)
            throws IOException, SQLException {
        EmbeddedServer server = embedded.getIfAvailable();
        if (server != null) {
            Bootstrap.run(server, DATABASE);
            return Logins.of(server, DATABASE);
        }
        if (settings.platform() == null || settings.cells().isEmpty()) {
            throw new StartRefusedException(
                    "With cloisonne.platform.url the cells are needed too: cloisonne.cells.main.gate-password and cloisonne.cells.main.work-password");
        }
        return Logins.of(settings.platform(), settings.cells());
    }

    @Bean(destroyMethod = "close")
    Cells cells(Logins logins) {
        return new Cells(
                Pools.of(logins.gates(), Pools.GATE, Limits.ACT),
                Pools.of(logins.works(), Pools.WORK, Limits.ACT));
    }

    @Bean(destroyMethod = "close")
    Provisioner provisioner(Logins logins) {
        Map<String, HikariDataSource> pools =
                Pools.of(logins.provisions(), Pools.PROVISION, Limits.PROVISION);
        pools.values().forEach(pool -> pool.setMinimumIdle(0));
        return new Provisioner(pools);
    }

    @Bean
    ClientChangelog clientChangelog() throws LiquibaseException {
        return ClientChangelog.read();
    }

    @Bean
    ClientSchema clientSchema(Logins logins, ClientChangelog changelog) {
        return new ClientSchema(logins, changelog);
    }

    @Bean
    SchemaShapes schemaShapes(Provisioner provisioner, ClientSchema schema) {
        return new SchemaShapes(provisioner, schema);
    }
}
