package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import java.io.Serializable;

/**
 * One habilitation to give or to take, and what would come of it.
 *
 * @param holder whose
 * @param scope where
 * @param profile what
 * @param verdict what would come of it
 */
public record GrantLine(UserAccountId holder, Scope scope, Profile profile, Verdict verdict)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What would come of it. */
    public enum Verdict {
        /** It would be done. */
        TO_DO,
        /** There already, or not there: nothing to do. */
        NOTHING_TO_DO,
        /** More than whoever asks for it may give. */
        BEYOND_OWN_RIGHTS
    }

    GrantLine judged(Verdict other) {
        return new GrantLine(holder, scope, profile, other);
    }

    boolean toDo() {
        return verdict == Verdict.TO_DO;
    }
}
