package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What of a firm's access is looked at.
 *
 * @param company one company, or null for all
 * @param person one person, or null for all
 */
public record ReviewFilter(@Nullable TenantId company, @Nullable UserAccountId person)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Everything. */
    public static final ReviewFilter ALL = new ReviewFilter(null, null);
}
