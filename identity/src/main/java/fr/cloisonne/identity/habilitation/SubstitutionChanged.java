package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.outbox.Event;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;

/**
 * A firm's provisional administration has come a step further.
 *
 * @param firm whose
 * @param substitute who
 * @param step which step
 */
public record SubstitutionChanged(FirmId firm, UserAccountId substitute, Step step)
        implements Event {

    /** The steps that people are told of. */
    public enum Step {
        /** Asked to accept. */
        NAMED,
        /** The substitute says that the day has come. */
        CLAIMED,
        /** An administrator has refused. */
        REFUSED,
        /** It has begun. */
        BEGUN,
        /** It was prolonged. */
        RENEWED,
        /** It is over. */
        ENDED
    }

    @Override
    public String aggregate() {
        return firm.toString();
    }
}
