package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.registration.Operators;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands in the service's own chain, for operators: sign-ins, accounts, the births of firms,
 * and what operators did and read. Nothing of what is done inside a firm.
 */
@Component
public class ServiceJournal {

    private final Operators operators;
    private final ChainReading chains;
    private final ChainVerifying verifying;
    private final Checkpoints checkpoints;
    private final AuditReading reading;
    private final SoughtNames names;
    private final AuditTrail trail;

    ServiceJournal(
            Operators operators,
            ChainReading chains,
            ChainVerifying verifying,
            Checkpoints checkpoints,
            AuditReading reading,
            SoughtNames names,
            AuditTrail trail) {
        this.operators = operators;
        this.chains = chains;
        this.verifying = verifying;
        this.checkpoints = checkpoints;
        this.reading = reading;
        this.names = names;
        this.trail = trail;
    }

    /**
     * A page of the journal.
     *
     * @param operator who reads
     * @param asked what narrows it; a company narrows nothing here
     * @param last the last entry already seen, or null for the first page
     * @param limit at most 500
     * @return newest first
     * @throws fr.cloisonne.identity.registration.NotAnOperatorException if they may not
     */
    public List<AuditEntry> page(
            UserAccountId operator, AuditQuery asked, @Nullable AuditEntry last, int limit) {
        operators.require(operator);
        RowQuery query =
                new RowQuery(AuditTrail.SERVICE, asked, last)
                        .saying(names.ofService(asked.words()));
        return reading.named(chains.findInFirm(query, limit));
    }

    /**
     * Reads the service's whole chain again.
     *
     * @param operator who asks
     * @return what was found
     * @throws fr.cloisonne.identity.registration.NotAnOperatorException if they may not
     */
    public JournalVerdict verify(UserAccountId operator) {
        operators.require(operator);
        return JournalVerdict.of(
                "Cloisonné",
                verifying.verifyPlatform(AuditTrail.SERVICE, checkpoints.of(AuditTrail.SERVICE)));
    }

    /**
     * Keeps that somebody has had it verified.
     *
     * @param operator who
     * @param verdict what was found
     */
    public void verified(UserAccountId operator, JournalVerdict verdict) {
        operators.require(operator);
        trail.recordInService(
                operator,
                verdict.intact() ? "audit.verified" : "audit.broken",
                Map.of("rows", Long.toString(verdict.rows())));
    }
}
