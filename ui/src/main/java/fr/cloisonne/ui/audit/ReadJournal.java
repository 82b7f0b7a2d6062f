package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.audit.AuditQuery;
import fr.cloisonne.identity.audit.JournalVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal as one person reads it: a firm's, or the service's own. */
interface ReadJournal {

    /** What follows an entry, or the newest ones. */
    List<AuditEntry> page(AuditQuery asked, @Nullable AuditEntry last, int limit);

    /** Reads all of it again. */
    JournalVerdict verify();

    /** Keeps what that has shown. */
    void verified(JournalVerdict verdict);
}
