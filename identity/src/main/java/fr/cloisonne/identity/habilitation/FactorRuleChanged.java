package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A firm has changed of whom it asks a second factor.
 *
 * @param firm which
 * @param rule of whom it asks it now
 */
public record FactorRuleChanged(FirmId firm, FactorRule rule) implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
