package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * Of those whom a firm has named to come in without its provider, fewer than two still can.
 *
 * @param firm which
 */
public record BreakGlassShort(FirmId firm) implements Event {

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
