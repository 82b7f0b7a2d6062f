package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * Several habilitations of one person were given, or taken back, in one act.
 *
 * @param firm where
 * @param holder whose
 * @param by who did it
 * @param given how many were given
 * @param taken how many were taken back
 */
public record HabilitationsChanged(
        FirmId firm, UserAccountId holder, UserAccountId by, int given, int taken)
        implements Event {

    @Override
    public String aggregate() {
        return holder.toString();
    }
}
