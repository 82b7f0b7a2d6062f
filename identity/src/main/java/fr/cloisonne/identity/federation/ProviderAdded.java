package fr.cloisonne.identity.federation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A firm has a provider more, which is not in service yet.
 *
 * @param firm whose
 * @param provider which
 * @param by who added it
 */
public record ProviderAdded(FirmId firm, ProviderId provider, UserAccountId by) implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
