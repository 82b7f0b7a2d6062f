package fr.cloisonne.company;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.tenancy.schema.SchemaRollout;
import fr.cloisonne.tenancy.schema.Schemas;
import fr.cloisonne.tenancy.value.SchemaReport;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * What operators see and do of the client companies' schemas: how each stands, nothing of what it
 * holds.
 */
@Service
public class SchemaOversight {

    private final Operators operators;
    private final Schemas schemas;
    private final SchemaRollout rollout;
    private final AuditTrail audit;

    SchemaOversight(Operators operators, Schemas schemas, SchemaRollout rollout, AuditTrail audit) {
        this.operators = operators;
        this.schemas = schemas;
        this.rollout = rollout;
        this.audit = audit;
    }

    /**
     * Which schemas are at which version, who lags and why.
     *
     * @param operator who asks, with a second factor
     * @return as things stand now
     * @throws fr.cloisonne.identity.registration.NotAnOperatorException if they may not
     */
    public SchemaReport report(UserAccountId operator) {
        operators.require(operator);
        return schemas.report();
    }

    /**
     * Upgrades now whatever lags, also what failed and whose turn has not come; takes as long as
     * that takes.
     *
     * @param operator who asks, with a second factor
     * @return how many came to the latest version
     * @throws fr.cloisonne.identity.registration.NotAnOperatorException if they may not
     */
    public int retry(UserAccountId operator) {
        operators.require(operator);
        audit.recordInService(operator, "schema.retried", Map.of());
        return rollout.retry();
    }
}
