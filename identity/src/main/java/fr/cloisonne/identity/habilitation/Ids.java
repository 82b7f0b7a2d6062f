package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as the tables keep them, where there may be none. */
final class Ids {

    private Ids() {}

    static @Nullable UUID of(@Nullable TenantId company) {
        return company == null ? null : company.value();
    }

    static @Nullable UUID of(@Nullable PortfolioId portfolio) {
        return portfolio == null ? null : portfolio.value();
    }

    static @Nullable UUID of(@Nullable UserAccountId person) {
        return person == null ? null : person.value();
    }
}
