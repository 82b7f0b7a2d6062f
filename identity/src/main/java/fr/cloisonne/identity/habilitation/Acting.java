package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who acts here.
 *
 * @param person the person
 * @param firm the firm under whose mandate the company was entered
 * @param onBehalfOf for each right held in another's place alone, in whose
 */
public record Acting(UserAccountId person, FirmId firm, Map<Right, UserAccountId> onBehalfOf) {

    /**
     * In whose place the person uses a right.
     *
     * @param right the right used
     * @return who gave it, or null for one's own
     */
    public @Nullable UserAccountId inPlaceOf(Right right) {
        return onBehalfOf.get(right);
    }
}
