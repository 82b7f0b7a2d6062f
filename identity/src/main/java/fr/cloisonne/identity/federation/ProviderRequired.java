package fr.cloisonne.identity.federation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A firm requires its provider, or does so no more.
 *
 * @param firm which
 * @param by who said so
 * @param on whether it does now
 */
public record ProviderRequired(FirmId firm, UserAccountId by, boolean on) implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
