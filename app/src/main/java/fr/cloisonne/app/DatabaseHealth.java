package fr.cloisonne.app;

import fr.cloisonne.db.Cells;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the platform and each cell answer. It stands in the place of Boot's own check, which asks
 * every data source, and so the tenants' too, which rightly answers nobody without a tenant.
 */
@Component("dbHealthContributor")
class DatabaseHealth extends AbstractHealthIndicator {

    private final JdbcClient platform;
    private final Cells cells;

    DatabaseHealth(@Qualifier("platformJdbc") JdbcClient platform, Cells cells) {
        super("A database does not answer");
        this.platform = platform;
        this.cells = cells;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        alive(platform);
        cells.names().forEach(cell -> cells.inWork(cell, DatabaseHealth::alive));
        health.up();
    }

    private static int alive(JdbcClient database) {
        return database.sql("SELECT 1").query(Integer.class).single();
    }
}
