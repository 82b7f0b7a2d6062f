package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.CompanyPath;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What narrows the journal; null leaves it wide.
 *
 * @param person who acted, in whose place, or to whom it was done
 * @param kind what it is about
 * @param company in which client company
 * @param from not before
 * @param until before
 * @param words each of which must occur
 */
public record AuditQuery(
        @Nullable UserAccountId person,
        @Nullable ActKind kind,
        @Nullable CompanyPath company,
        @Nullable Instant from,
        @Nullable Instant until,
        List<SoughtWord> words)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, List.of());

    /** Keeps a copy. */
    public AuditQuery {
        words = List.copyOf(words);
    }
}
