package fr.cloisonne.identity.federation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * People of a firm can sign in through one of its providers now.
 *
 * @param firm whose
 * @param provider which
 * @param by who switched it on
 */
public record ProviderSwitchedOn(FirmId firm, ProviderId provider, UserAccountId by)
        implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
