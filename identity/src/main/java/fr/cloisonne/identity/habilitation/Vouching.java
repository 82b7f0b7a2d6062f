package fr.cloisonne.identity.habilitation;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.tenancy.value.FirmId;
import java.util.Optional;
import java.util.Set;

/**
 * For which firms the session of this request speaks. A firm's provider vouches for that firm
 * alone; what the person has shown here themselves speaks for all.
 */
public interface Vouching {

    /**
     * The limits of the session.
     *
     * @param person whose rights are in question
     * @return the firms it speaks for; nothing where it speaks for all, or is not this person's
     */
    Optional<Set<FirmId>> limits(UserAccountId person);
}
