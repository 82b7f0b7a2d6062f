package fr.cloisonne.identity.audit;

import fr.cloisonne.db.keyring.Keyring;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the chains lie: those of the firms and of the service, and that of the bound company. */
@Component
class Chains {

    private final Chain platform;
    private final Chain company;

    Chains(
            @Qualifier("platformJdbc") JdbcClient platformJdbc,
            @Qualifier("tenantJdbc") JdbcClient tenantJdbc,
            Keyring keyring,
            Clock clock) {
        this.platform = new Chain(platformJdbc, "platform.", keyring, clock);
        this.company = new Chain(tenantJdbc, "", keyring, clock);
    }

    Chain platform() {
        return platform;
    }

    Chain company() {
        return company;
    }
}
