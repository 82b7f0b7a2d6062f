package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.FirmJournal;
import fr.cloisonne.identity.audit.JournalVerdict;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A firm's journal as one of its people reads it. */
record FirmsJournal(FirmJournal journal, UserAccountId person, FirmShortName firm)
        implements ReadJournal {

    @Override
    public List<AuditEntry> page(AuditQuery asked, @Nullable AuditEntry last, int limit) {
        return journal.page(person, firm, asked, last, limit);
    }

    @Override
    public JournalVerdict verify() {
        return journal.verify(person, firm);
    }

    @Override
    public void verified(JournalVerdict verdict) {
        journal.verified(person, firm, verdict);
    }
}
