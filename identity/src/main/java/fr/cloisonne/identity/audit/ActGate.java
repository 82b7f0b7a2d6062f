package fr.cloisonne.identity.audit;

import fr.cloisonne.identity.UserAccountId;
import org.jspecify.annotations.Nullable;

/**
 * Asked before an act is written to a chain: whoever may do nothing at the moment has nothing
 * written, and what is not written is not done.
 */
public interface ActGate {

    /**
     * Lets an act of a firm pass, or throws.
     *
     * @param actor who does it, null for the service
     * @param act a code
     */
    void inFirm(@Nullable UserAccountId actor, String act);

    /** Lets an act inside the company that was entered pass, or throws. */
    void inCompany();
}
