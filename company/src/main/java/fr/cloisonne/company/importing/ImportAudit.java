package fr.cloisonne.company.importing;

import fr.cloisonne.company.ClientCompanyAddition;
import fr.cloisonne.company.importing.ImportQueue.Begun;
import fr.cloisonne.company.importing.ImportQueue.Claimed;
import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an import's work leaves on record, with the row that it is about in one transaction. */
@Component
class ImportAudit {

    private final ImportQueue queue;
    private final ClientCompanyAddition addition;
    private final AuditTrail audit;

    ImportAudit(ImportQueue queue, ClientCompanyAddition addition, AuditTrail audit) {
        this.queue = queue;
        this.addition = addition;
        this.audit = audit;
    }

    /** A company that was made before its line could be settled. */
    @PlatformTransaction
    public void added(Claimed claimed, Begun line, TenantId tenant) {
        if (queue.settle(claimed, line, ImportVerdict.ADDED, List.of(), tenant)) {
            addition.recordAdded(claimed.firm(), claimed.person(), tenant);
        }
    }

    /** The end, if there is nothing left to do. */
    @PlatformTransaction
    public void end(Claimed claimed, Instant now) {
        if (queue.end(claimed, now)) {
            audit.recordInFirm(
                    claimed.firm(),
                    null,
                    "company.import.ended",
                    Map.of("import", claimed.id().toString()));
        }
    }
}
