package fr.cloisonne.identity.federation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * Something has become true of how a firm's administrators come in without its provider.
 *
 * @param firm which
 * @param person who did it
 * @param step what
 */
public record BreakGlassChanged(FirmId firm, UserAccountId person, Step step) implements Event {

    /** What administrators are told of. */
    public enum Step {
        /** Others are named. */
        NAMED,
        /** A window is armed. */
        ARMED,
        /** The window was ended. */
        DISARMED,
        /** Somebody came in by it. */
        USED
    }

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
