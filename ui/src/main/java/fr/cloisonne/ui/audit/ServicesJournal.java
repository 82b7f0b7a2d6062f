package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.JournalVerdict;
import fr.cloisonne.identity.audit.ServiceJournal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service's own journal as an operator reads it. */
record ServicesJournal(ServiceJournal journal, UserAccountId operator) implements ReadJournal {

    @Override
    public List<AuditEntry> page(AuditQuery asked, @Nullable AuditEntry last, int limit) {
        return journal.page(operator, asked, last, limit);
    }

    @Override
    public JournalVerdict verify() {
        return journal.verify(operator);
    }

    @Override
    public void verified(JournalVerdict verdict) {
        journal.verified(operator, verdict);
    }
}
