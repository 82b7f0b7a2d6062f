package fr.cloisonne.db.outbox;

import fr.cloisonne.db.Uuid7;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps an event in the database where its act commits, in that very transaction: a crash loses
 * none, and an act that is undone was never told.
 */
@Component
public class Outbox {

    private static final String PLATFORM =
            "INSERT INTO platform.outbox (id, kind, aggregate, body) VALUES (?, ?, ?, ?::jsonb)";
    private static final String CELL = "SELECT cell.record_event(?, ?, ?, ?::jsonb)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient platform;
    private final JdbcClient tenant;
    private final ResourceTransactionManager platformTransactions;
    private final ResourceTransactionManager tenantTransactions;

    Outbox(
            @Qualifier("platformJdbc") JdbcClient platform,
            @Qualifier("tenantJdbc") JdbcClient tenant,
            @Qualifier("platformTransactionManager")
                    ResourceTransactionManager platformTransactions,
            @Qualifier("tenantTransactionManager") ResourceTransactionManager tenantTransactions) {
        this.platform = platform;
        this.tenant = tenant;
        this.platformTransactions = platformTransactions;
        this.tenantTransactions = tenantTransactions;
    }

    /**
     * Records the event in the transaction that is open.
     *
     * @param event what has become true
     * @throws IllegalStateException unless exactly one transaction is open
     */
    public void record(Event event) {
        boolean inTenant = open(tenantTransactions);
        if (inTenant == open(platformTransactions)) {
            throw new IllegalStateException("An event needs exactly one open transaction");
        }
        var statement = inTenant ? tenant.sql(CELL) : platform.sql(PLATFORM);
        statement
                .param(Uuid7.next())
                .param(kind(event))
                .param(event.aggregate())
                .param(body(event));
        if (inTenant) {
            statement.query(rows -> {});
        } else {
            statement.update();
        }
    }

    private static boolean open(ResourceTransactionManager transactions) {
        return TransactionSynchronizationManager.hasResource(transactions.getResourceFactory());
    }

    private static String kind(Event event) {
        return event.getClass().getSimpleName();
    }

    private static String body(Event event) {
        return JSON.writeValueAsString(event);
    }
}
